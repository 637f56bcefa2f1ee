import fc from 'fast-check';
import type { AccessionsDocument } from '../../data/schema/accession.ts';
import { recordEntry } from '../../src/accession/record-entry.ts';
import type { AccessionRegister } from '../../src/accession/register.ts';
import { shuffled } from './shuffled.ts';

type Line = AccessionsDocument['entries'][number];
type Version = AccessionsDocument['versions'][number];

/** Sent out on the first day of every generated register, and half a year later. */
const VERSIONS: Version[] = [
  version('0.8', '2025-06-01', 'draft'),
  version('1.0', '2025-09-01', 'final'),
  version('1.1', '2026-03-01', 'final'),
];
const FIRST_DAY = Temporal.PlainDate.from('2025-09-01');

/** Something that somebody tries to have recorded. */
interface Attempt {
  readonly municipality: string;
  readonly daysLater: number;
  readonly daysLate: number;
  readonly act:
    | { readonly type: 'invited' }
    | { readonly type: 'signed'; readonly version: string }
    | { readonly type: 'notice'; readonly years: number }
    | { readonly type: 'correction'; readonly back: number };
}

/**
 * Registers of any history. The first municipality signs on the first day and for good, so that there is always
 * somebody to pay; what others try to have recorded is in the register when it is lawful. Lists come
 * in any order.
 */
export function accessionsDocumentArb(codes: readonly string[]): fc.Arbitrary<AccessionsDocument> {
  const [first = '', ...others] = codes;
  const day = FIRST_DAY.toString();
  const start: Line[] = [
    { entry: 1, recorded: day, municipality: first, type: 'invited', date: day },
    { entry: 2, recorded: day, municipality: first, type: 'signed', date: day, version: '1.0' },
  ];
  const attempts = others.length === 0 ? fc.constant([]) : fc.array(attemptArb(others), { maxLength: 30 });
  const lines = attempts.map((tried) => recordedOf(start, tried, new Set(codes)));
  return fc.record({
    versions: shuffled(VERSIONS),
    entries: lines.chain(shuffled),
    provenance: fc.constant({ kind: 'example' as const }),
  });
}

function attemptArb(codes: readonly string[]): fc.Arbitrary<Attempt> {
  return fc.record({
    municipality: fc.constantFrom(...codes),
    daysLater: fc.oneof(fc.constant(0), fc.nat(400)),
    daysLate: fc.oneof(fc.constant(0), fc.nat(20)),
    act: fc.oneof(
      fc.constant({ type: 'invited' } as const),
      fc.record({ type: fc.constant('signed' as const), version: fc.constantFrom('0.8', '1.0', '1.1') }),
      fc.record({ type: fc.constant('notice' as const), years: fc.nat(2) }),
      fc.record({ type: fc.constant('correction' as const), back: fc.nat(4) }),
    ),
  });
}

/** The lines that come of it: each attempt some days after the one before, and left out when it is refused. */
function recordedOf(start: Line[], attempts: readonly Attempt[], known: ReadonlySet<string>): Line[] {
  const lines = [...start];
  let register: AccessionRegister = { versions: VERSIONS, entries: start };
  let today = FIRST_DAY;
  for (const attempt of attempts) {
    today = today.add({ days: attempt.daysLater });
    const line = lineOf(attempt, lines.length + 1, today);
    const recorded = recordEntry(register, line, known);
    if (!recorded.ok) continue;
    register = recorded.value;
    lines.push(line);
  }
  return lines;
}

function lineOf({ municipality, daysLate, act }: Attempt, entry: number, today: Temporal.PlainDate): Line {
  const recorded = { entry, recorded: today.toString(), municipality };
  const happened = today.subtract({ days: daysLate });
  const date = happened.toString();
  switch (act.type) {
    case 'invited':
      return { ...recorded, type: 'invited', date };
    case 'signed':
      return { ...recorded, type: 'signed', date, version: act.version };
    case 'notice':
      return { ...recorded, type: 'notice', date, lastYear: happened.year + act.years };
    case 'correction':
      return { ...recorded, type: 'correction', corrects: entry - 1 - act.back, reason: 'By mistake.' };
  }
}

function version(name: string, date: string, status: Version['status']): Version {
  return { version: name, date, status, changes: [{ da: name, en: name }] };
}
