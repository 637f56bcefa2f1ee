import type { YearDifference } from '../api/compare.ts';
import { Picture } from '../chart/picture.tsx';
import { Waterfall, type WaterfallBar } from '../chart/waterfall.tsx';
import { inBoth } from '../language/language.ts';
import { signOf } from '../numbers/decimal.ts';
import { change, kroner } from '../numbers/format.ts';

const words = inBoth(
  {
    title: (year: number) => `Hvad flytter prisen i ${year}`,
    summary:
      'Fra udgangspunktets pris til scenariets, delt efter årsag. Trinene summer til forskellen på øren.',
    same: 'Scenariet koster det samme som udgangspunktet i dette år.',
    from: 'Udgangspunkt',
    to: 'Scenarie',
    steps: {
      catalogue: 'Løsninger ind og ud',
      'base-prices': 'Basispriser',
      indexation: 'Pris- og lønregulering',
      efficiency: 'Effektivisering',
      membership: 'Udtræden',
    },
  },
  {
    title: (year: number) => `What moves the price in ${year}`,
    summary:
      'From the price of the baseline to that of the scenario, by cause. The steps sum to the difference exactly.',
    same: 'The scenario costs the same as the baseline in this year.',
    from: 'Baseline',
    to: 'Scenario',
    steps: {
      catalogue: 'Solutions in and out',
      'base-prices': 'Base prices',
      indexation: 'Price and wage regulation',
      efficiency: 'Efficiency',
      membership: 'Withdrawals',
    },
  },
);

/** From one price to the other, by cause; causes that move nothing are left out. */
export function DifferenceWaterfall({ year: { year, waterfall } }: { readonly year: YearDifference }) {
  const say = words();
  const moving = waterfall.steps.filter(({ amount }) => signOf(amount) !== 0);
  const bars: WaterfallBar[] = [
    { id: 'from', label: say.from, kind: 'total', amount: waterfall.from, shown: kroner(waterfall.from) },
    ...moving.map(
      ({ step, amount }): WaterfallBar => ({
        id: step,
        label: say.steps[step],
        kind: 'step',
        amount,
        shown: change(amount),
      }),
    ),
    { id: 'to', label: say.to, kind: 'total', amount: waterfall.to, shown: kroner(waterfall.to) },
  ];
  return (
    <Picture title={say.title(year)} summary={moving.length === 0 ? say.same : say.summary}>
      {moving.length > 0 && <Waterfall bars={bars} />}
    </Picture>
  );
}
