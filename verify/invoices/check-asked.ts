import { apportion } from '../apportion.ts';
import type { Audit } from '../audit.ts';
import type { JsonObject } from '../json.ts';
import { kronerText, oreFrom } from '../kroner.ts';
import { rational, roundHalfAway } from '../rational.ts';
import { entriesOf } from '../roster.ts';
import { checkDivision, type Leaf } from './check-division.ts';
import { instalmentCount } from './check-each.ts';
import type { Destination, Invoice, Plan, Run } from './read-run.ts';

/** One municipality's instalment: what has been asked of it in all, by line. */
interface Instalment {
  readonly municipality: string;
  readonly frequency: string;
  readonly number: number;
  readonly from: string;
}

/**
 * What has been asked for with a run, and before it for the same instalments, beside what the year's price answer lets each
 * municipality pay: component by component exactly, and divided as its split plan says.
 */
export function checkAsked(audit: Audit, { purpose, invoices, before, plans }: Run, year: JsonObject): void {
  const source = purpose === 'ordinary' ? invoices : before;
  const instalments = new Map(source.map((one) => [one.instalment, one]));
  const all = [...before, ...invoices].filter((one) => instalments.has(one.instalment));
  const payers = new Map(
    entriesOf(audit, '/result/municipalities', year.municipalities).map(({ record }) => [
      String(record.municipality),
      record,
    ]),
  );
  const codes = new Set([...payers.keys(), ...all.map(({ municipality }) => municipality)]);
  for (const { instalment: number, frequency, from } of instalments.values()) {
    for (const municipality of codes) {
      const own = all.filter((one) => one.municipality === municipality && one.instalment === number);
      const asked = componentsDue(audit, year, payers.get(municipality), number, frequency);
      checkMunicipality(audit, { municipality, frequency, number, from }, own, asked, plans);
    }
  }
}

/** What a municipality owes of each component for an instalment, by solution. */
function componentsDue(
  audit: Audit,
  year: JsonObject,
  payer: JsonObject | undefined,
  number: number,
  frequency: string,
): Map<string, Map<string, bigint>> {
  const count = instalmentCount(frequency);
  if (payer === undefined || count === undefined) return new Map();
  const upTo = (annual: bigint, times: number) =>
    roundHalfAway(rational(annual * BigInt(times), BigInt(count)));
  const shares = new Map(
    entriesOf(audit, '/result/solutions', payer.solutions).map(({ record }) => [
      record.solution,
      record.amount,
    ]),
  );
  return new Map(
    entriesOf(audit, '/result/solutions', year.solutions).map(({ record }) => {
      const annual = oreFrom(shares.get(record.solution)) ?? 0n;
      const due = upTo(annual, number) - upTo(annual, number - 1);
      const components = entriesOf(audit, '/result/components', record.components);
      const weights = components.map(({ record: component }) => rational(oreFrom(component.amount) ?? 0n));
      const amounts = due === 0n ? weights.map(() => 0n) : apportion(due, weights);
      return [
        String(record.solution),
        new Map(
          components.map(({ record: component }, place) => [
            String(component.component),
            amounts[place] ?? 0n,
          ]),
        ),
      ];
    }),
  );
}

function checkMunicipality(
  audit: Audit,
  { municipality, number, from }: Instalment,
  invoices: readonly Invoice[],
  asked: ReadonlyMap<string, ReadonlyMap<string, bigint>>,
  plans: readonly Plan[],
): void {
  const whose = `of municipality ${municipality} in instalment ${number}`;
  const leaves = leavesOf(invoices);
  const plan = plans.find(
    (one) =>
      one.municipality === municipality &&
      one.validFrom <= from &&
      (one.validTo === undefined || from <= one.validTo),
  );
  if (plan === undefined) {
    if (asked.size > 0)
      audit.refuse(
        '/run/plans',
        `a plan of municipality ${municipality} on ${from}`,
        'none',
        'how it is split',
      );
    return;
  }
  for (const solution of new Set([...asked.keys(), ...leaves.map((leaf) => leaf.solution)])) {
    const components = asked.get(solution) ?? new Map<string, bigint>();
    const own = leaves.filter((leaf) => leaf.solution === solution);
    for (const component of new Set([...components.keys(), ...own.map((leaf) => leaf.component)])) {
      const found = own.filter((leaf) => leaf.component === component);
      const sum = found.reduce((total, leaf) => total + leaf.ore, 0n);
      const pointer = found.at(-1)?.pointer ?? '/run/invoices';
      const what = `${component} of ${solution} ${whose}: all recipients together`;
      audit.amount(pointer, components.get(component) ?? 0n, kronerText(sum), what);
    }
    checkDestinations(audit, plan, solution, components, own, whose);
  }
}

/** The lines of one instalment by what they ask for and where they lead, summed over invoices and corrections. */
function leavesOf(invoices: readonly Invoice[]): Leaf[] {
  const lines = invoices.flatMap(({ recipient, gln, lines: own }) =>
    own.map((line) => ({ ...line, recipient, gln })),
  );
  const alike = Map.groupBy(lines, ({ recipient, solution, component, parts }) =>
    JSON.stringify([recipient, solution, component, parts]),
  );
  return [...alike.values()].flatMap((same) => {
    const last = same.at(-1);
    const ore = same.reduce((sum, line) => sum + line.ore, 0n);
    return last === undefined || ore === 0n ? [] : [{ ...last, ore, pointer: `${last.pointer}/amount` }];
  });
}

function checkDestinations(
  audit: Audit,
  plan: Plan,
  solution: string,
  components: ReadonlyMap<string, bigint>,
  leaves: readonly Leaf[],
  whose: string,
): void {
  const own = plan.lines.filter((line) => line.solution === solution);
  const rest = own.find((line) => line.component === undefined)?.destination ?? {
    recipient: plan.defaultRecipient,
  };
  const destinationOf = (component: string): Destination =>
    own.find((line) => line.component === component)?.destination ?? rest;
  const byDestination = Map.groupBy([...components.keys()], destinationOf);
  for (const leaf of leaves) checkLeaf(audit, plan, destinationOf(leaf.component), leaf);
  for (const [destination, covered] of byDestination) {
    const totals = new Map(covered.map((component) => [component, components.get(component) ?? 0n]));
    const covering = leaves.filter((leaf) => totals.has(leaf.component));
    checkDivision(audit, destination, totals, covering, [], `${solution} ${whose}`);
  }
}

/** A line leads where the plan sends it: through its parts to the recipient, whose GLN it has. */
function checkLeaf(audit: Audit, plan: Plan, start: Destination, leaf: Leaf): void {
  let destination: Destination | undefined = start;
  for (const name of leaf.parts)
    destination =
      destination !== undefined && 'parts' in destination
        ? destination.parts.find(({ part }) => part === name)?.destination
        : undefined;
  const recipient =
    destination !== undefined && 'recipient' in destination ? destination.recipient : 'no recipient';
  audit.equals(leaf.pointer, recipient, leaf.recipient, 'the recipient that the split plan sends it to');
  // What was issued before went where the recipient was then.
  if (leaf.pointer.startsWith('/run/invoices/'))
    audit.equals(leaf.pointer, plan.recipients.get(recipient) ?? 'none', leaf.gln, "the recipient's GLN");
}
