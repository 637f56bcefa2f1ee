import { glnCheckDigit } from '../../src/invoicing/gln.ts';
import type { SplitPlanDocument, SplitPlansDocument } from '../schema/split-plan.ts';
import { municipalities } from './tables.ts';

type LineDocument = SplitPlanDocument['lines'][number];
type RecipientDocument = SplitPlanDocument['recipients'][number];

/** The units that the example knows; a municipality has those that its way of splitting names. */
const UNITS = {
  digitalisering: 'Digitalisering og it (eksempel)',
  'dag-login': 'Dagtilbud, login til Aula (eksempel)',
  dagtilbud: 'Dagtilbud (eksempel)',
  skole: 'Skoleafdelingen (eksempel)',
  ydelse: 'Ydelsescentret (eksempel)',
  oekonomi: 'Økonomiafdelingen (eksempel)',
} as const;

type Unit = keyof typeof UNITS;

/** The ways of splitting that municipalities take turns with; all else goes to `oekonomi`. */
const WAYS: readonly ((code: string) => readonly LineDocument[])[] = [
  () => [],
  aulaInThree,
  () => ['ksd', 'ky'].map((solution) => ({ solution, recipient: 'ydelse' })),
  (code) => [...aulaInThree(code), ...sapaByComponent()],
  () => [{ solution: 'aula', recipient: 'skole' }, ...sapaByComponent()],
];

/** Split plans of the 98 municipalities. GLNs begin with 952, which GS1 keeps for examples: nobody has them. */
export function exampleSplitPlans(): SplitPlansDocument {
  return {
    $schema: './schema/json/split-plans.schema.json',
    agreement: 'k98-example',
    plans: municipalities.map(({ code }, place) =>
      examplePlan(code, WAYS[place % WAYS.length]?.(code) ?? []),
    ),
  };
}

/** The bytes of data/k98-example.split-plans.json. */
export function exampleSplitPlansText(): string {
  return `${JSON.stringify(exampleSplitPlans(), null, 2)}\n`;
}

function examplePlan(code: string, lines: readonly LineDocument[]): SplitPlanDocument {
  const named = new Set(
    lines.flatMap((line) => [line, ...(line.parts ?? [])]).map(({ recipient }) => recipient),
  );
  const units = Object.keys(UNITS).filter((unit) => unit === 'oekonomi' || named.has(unit)) as Unit[];
  return {
    municipality: code,
    validFrom: '2025-01-01',
    defaultRecipient: 'oekonomi',
    recipients: units.map((unit) => exampleRecipient(code, unit)),
    lines: [...lines],
  };
}

/** Schools always ask for their order number, the others for a person. */
function exampleRecipient(code: string, unit: Unit): RecipientDocument {
  const place = String(Object.keys(UNITS).indexOf(unit) + 1);
  const digits = `952${code}${place.padStart(5, '0')}`;
  return {
    recipient: unit,
    gln: `${digits}${glnCheckDigit(digits)}`,
    department: UNITS[unit],
    accountString: `EKS-${code}-${place}0`,
    ...(unit === 'skole' ? { orderReference: `EKS${code}` } : { personReference: `EKS${place}` }),
    email: `${unit}.${code}@kommune.example`,
  };
}

/** How KOMBIT invoices Aula today: school, day care, and the login of day care. The percentages are made up. */
function aulaInThree(code: string): LineDocument[] {
  const school = 55 + (Number(code) % 10);
  return [
    {
      solution: 'aula',
      parts: [
        { part: 'skole', share: `0.${school}`, recipient: 'skole' },
        { part: 'dagtilbud', share: `0.${92 - school}`, recipient: 'dagtilbud' },
        { part: 'dagtilbud, login', share: '0.08', recipient: 'dag-login' },
      ],
    },
  ];
}

function sapaByComponent(): LineDocument[] {
  return [
    {
      solution: 'sapa',
      component: 'business-maintenance',
      recipient: 'digitalisering',
      accountString: 'EKS-UDVIKLING',
    },
  ];
}
