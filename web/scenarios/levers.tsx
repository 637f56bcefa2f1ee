import type { AgreementView } from '../api/agreement.ts';
import { messageAt } from '../api/problem.ts';
import type { Scenario } from '../api/scenario.ts';
import { inBoth } from '../language/language.ts';
import { percent } from '../numbers/format.ts';
import { RateLever } from '../parts/rate-lever.tsx';
import { targetOf, withChange } from './change-list.ts';
import type { Change } from './draft.ts';
import { ratesOf, reservedShares, type YearRates } from './effective-rates.ts';

const words = inBoth(
  {
    wage: (year: number) => `Lønstigning ${year}`,
    wageHint: 'Rammer den del af hver budgetdel, der er løn.',
    price: (year: number) => `Prisstigning ${year}`,
    priceHint: 'Rammer resten af de samme budgetdele.',
    combined: (year: number) => `Samlet pris- og lønskøn ${year}`,
    combinedHint: 'Bruges, hvor en budgetdel ikke er delt i løn og pris.',
    efficiency: (year: number) => `Effektivisering ${year}`,
    efficiencyHint: 'Trækkes fra i det år og bliver ved.',
    reserved: 'Reserveret til puljen',
    reservedHint: (least: string, largest: string) =>
      least === largest
        ? 'Andel af alle løsningers forretningsmæssige vedligehold.'
        : `Nu fra ${least} til ${largest} af løsningernes forretningsmæssige vedligehold. Sættes den her, bliver den ens for alle.`,
  },
  {
    wage: (year: number) => `Wage growth ${year}`,
    wageHint: 'Moves the part of each component that is wages.',
    price: (year: number) => `Price growth ${year}`,
    priceHint: 'Moves the rest of the same components.',
    combined: (year: number) => `Combined price and wage estimate ${year}`,
    combinedHint: 'Used where a component is not divided into wages and prices.',
    efficiency: (year: number) => `Efficiency ${year}`,
    efficiencyHint: 'Is taken off in that year, and lasts.',
    reserved: 'Reserved for the pool',
    reservedHint: (least: string, largest: string) =>
      least === largest
        ? 'Share of the business maintenance of all solutions.'
        : `Now from ${least} to ${largest} of the solutions' business maintenance. Set here, it becomes the same for all.`,
  },
);

/** The ends of each slider in percent; what is written in the field may go beyond. */
const RANGES: Readonly<Record<keyof YearRates, readonly [number, number]>> = {
  wage: [-2, 10],
  price: [-2, 10],
  combined: [-2, 10],
  efficiency: [0, 10],
};

/**
 * The levers that everybody asks for, of one year. Dragging shows the result on the way; letting go makes it part of the
 * scenario.
 */
export function Levers({
  view,
  year,
  scenario,
  below,
  failure,
  onDrag,
  onChange,
}: {
  readonly view: AgreementView;
  readonly year: number;
  readonly scenario: Scenario;
  /** The changes of what the scenario builds on. */
  readonly below: readonly Change[];
  readonly failure: unknown;
  readonly onDrag: (scenario: Scenario) => void;
  readonly onChange: (scenario: Scenario) => void;
}) {
  const rates = ratesOf(view, year, [...below, ...scenario.changes]);
  const shares = reservedShares(view, [...below, ...scenario.changes]);
  const say = words();
  const lever = (name: keyof YearRates, label: string, hint: string) => {
    const withRate = (rate: string) => scenarioWith(scenario, rateChange(scenario, year, name, rate));
    return (
      <RateLever
        label={label}
        hint={hint}
        value={rates[name]}
        range={RANGES[name]}
        error={messageAt(failure, pointerOf(scenario, rateChange(scenario, year, name, rates[name])))}
        onDrag={(rate) => onDrag(withRate(rate))}
        onChange={(rate) => onChange(withRate(rate))}
      />
    );
  };
  const withShare = (share: string) => scenarioWith(scenario, { type: 'set-reserved-share', share });
  return (
    <div class="levers">
      {lever('wage', say.wage(year), say.wageHint)}
      {lever('price', say.price(year), say.priceHint)}
      {lever('combined', say.combined(year), say.combinedHint)}
      {lever('efficiency', say.efficiency(year), say.efficiencyHint)}
      <RateLever
        label={say.reserved}
        hint={say.reservedHint(percent(shares[0]), percent(shares[1]))}
        value={shares[1]}
        range={[0, 100]}
        stepOfPercent={1}
        onDrag={(share) => onDrag(withShare(share))}
        onChange={(share) => onChange(withShare(share))}
      />
    </div>
  );
}

function scenarioWith(scenario: Scenario, change: Change): Scenario {
  return { ...scenario, changes: withChange(scenario.changes, change) };
}

/** The change that the lever makes, with what the draft already sets of the same year's index. */
function rateChange(scenario: Scenario, year: number, name: keyof YearRates, rate: string): Change {
  if (name === 'efficiency') return { type: 'set-efficiency', year, rate };
  const set = scenario.changes.find((change) => change.type === 'set-index' && change.year === year);
  return { ...(set?.type === 'set-index' ? set : { type: 'set-index', year }), [name]: rate };
}

/** Where the API says that something is wrong with a change: its place in the list. */
function pointerOf({ changes }: Scenario, change: Change): string {
  return `/scenarios/0/changes/${changes.findIndex((one) => targetOf(one) === targetOf(change))}`;
}
