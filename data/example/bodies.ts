import type { Body } from '../../src/agreement/agreement.ts';
import { areas } from './tables.ts';

/** A professional committee and a portfolio council for each management area, and the two bodies that see them all. */
export function exampleBodies(): Body[] {
  const everywhere = areas.map(({ area }) => area);
  return [
    ...areas.flatMap((row): Body[] => [
      {
        body: `professional-committee-${row.area}`,
        kind: 'professional-committee',
        title: {
          da: `Fagudvalget for ${inSentence(row.title_da)}`,
          en: `Professional committee for ${inSentence(row.title_en)}`,
        },
        areas: [row.area],
        mandate: ['advise'],
      },
      {
        body: `portfolio-council-${row.area}`,
        kind: 'portfolio-council',
        title: {
          da: `Porteføljerådet for ${inSentence(row.title_da)}`,
          en: `Portfolio council for ${inSentence(row.title_en)}`,
        },
        areas: [row.area],
        mandate: ['prioritise', 'recommend'],
      },
    ]),
    {
      body: 'executive-management',
      kind: 'executive-management',
      title: {
        da: 'Direktionen med repræsentantskabet',
        en: 'Executive management with the joint representation',
      },
      areas: everywhere,
      mandate: ['prioritise'],
    },
    {
      body: 'board',
      kind: 'board',
      title: { da: 'Bestyrelsen', en: 'The board' },
      areas: everywhere,
      mandate: ['decide'],
    },
  ];
}

/** A title as it stands within a sentence: with a small first letter. */
function inSentence(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
