import type { Invoice } from '../../src/invoicing/invoice.ts';
import type { SolutionBasis } from '../../src/invoicing/price-basis.ts';
import { danishAmount, danishDecimal, danishKroner } from '../../src/money/danish-figures.ts';
import { negateOre, ZERO_ORE } from '../../src/money/ore.ts';
import { plainText } from '../text/plain-text.ts';
import { PAGE, STYLES, TEXT_WIDTH } from './page.ts';
import { type PdfColumn, setTable } from './table.ts';
import type { Typesetter } from './typesetter.ts';

/** What the price consists of, for the solutions that the invoice asks money for. */
export function setPriceBasis(typesetter: Typesetter, invoice: Invoice): void {
  const solutions = basisOf(invoice);
  if (solutions.length === 0) return;
  const { year } = invoice.instalment;
  typesetter.needs(150);
  typesetter.within('H2', () => heading(typesetter, 'Sådan er prisen sammensat'));
  typesetter.down(18);
  typesetter.within('P', () =>
    typesetter.flow({ text: introduction(invoice), style: STYLES.body, x: PAGE.left, width: TEXT_WIDTH }),
  );
  typesetter.down(12);
  typesetter.within('H2', () =>
    subheading(typesetter, `Hvad løsningerne koster alle kommuner i ${year}, kr.`),
  );
  typesetter.down(14);
  setPrices(typesetter, invoice, solutions);
  typesetter.down(14);
  typesetter.needs(60);
  typesetter.within('H2', () => subheading(typesetter, `Kommunens andel af dem i ${year}, kr.`));
  typesetter.down(14);
  setShares(typesetter, solutions);
}

/** Of the solutions on the invoice; one that has left the agreement since has none. */
function basisOf({ basis, lines }: Invoice): SolutionBasis[] {
  const named = new Set(lines.map(({ solution }) => solution));
  return basis.solutions.filter(({ solution }) => named.has(solution));
}

function heading(typesetter: Typesetter, text: string): void {
  typesetter.place({ text, style: STYLES.heading, x: PAGE.left, width: TEXT_WIDTH });
}

function subheading(typesetter: Typesetter, text: string): void {
  typesetter.place({ text, style: STYLES.strong, x: PAGE.left, width: TEXT_WIDTH });
}

function introduction({ basis, instalment, payer }: Invoice): string {
  const { baseYear, annual, agreementPrice, population } = basis;
  const { year } = instalment;
  return plainText(
    `Prisen i ${year} er prisen i ${baseYear} med pris- og lønregulering og minus effektivisering. Den består af basisdrift, som sikrer ` +
      `løsningens drift, og en pulje, som prioriteres på tværs af løsningerne. Hele aftalen koster ${danishKroner(agreementPrice)} i ${year}. ` +
      `Heraf betaler ${payer.name} ${danishKroner(annual)} og har ${danishDecimal(population)} indbyggere. Alle priser er for hele året og uden moms.`,
  );
}

const NAME_WIDTH = 132;

function setPrices(
  typesetter: Typesetter,
  { basis, instalment }: Invoice,
  solutions: readonly SolutionBasis[],
): void {
  const hasLeavers = solutions.some(({ membership }) => membership !== ZERO_ORE);
  const titles = [
    `Pris ${basis.baseYear}`,
    'Regulering',
    'Effektivisering',
    ...(hasLeavers ? ['Udtræden'] : []),
    `Pris ${instalment.year}`,
    'Heraf drift',
    'Heraf pulje',
  ];
  const rows = solutions.map((solution) => {
    const { title, basePrice, indexation, efficiency, membership, price, baseBudget, pool } = solution;
    const left = hasLeavers ? [membership] : [];
    const amounts = [basePrice, indexation, negateOre(efficiency), ...left, price, baseBudget, pool];
    return { cells: [plainText(title), ...amounts.map(danishAmount)], style: STYLES.small };
  });
  setTable(
    typesetter,
    [{ title: 'Løsning', width: 'rest' }, ...titles.map(amountColumn)],
    STYLES.smallMuted,
    rows,
  );
}

function setShares(typesetter: Typesetter, solutions: readonly SolutionBasis[]): void {
  const columns: PdfColumn[] = [
    { title: 'Løsning', width: NAME_WIDTH },
    { title: 'Fordelingsnøgle', width: 'rest' },
    ...['Hele året', 'Pr. borger'].map(amountColumn),
  ];
  const rows = solutions.map(({ title, key, annual, perCitizen }) => ({
    cells: [plainText(title), plainText(key), danishAmount(annual), danishAmount(perCitizen)],
    style: STYLES.small,
  }));
  setTable(typesetter, columns, STYLES.smallMuted, rows);
}

function amountColumn(title: string): PdfColumn {
  return { title, width: 'fit', align: 'right' };
}
