import type { Agreement, PopulationProjection } from '../agreement/agreement.ts';
import { NO_PROJECTION } from '../agreement/population.ts';
import { accepted, collect, type Result } from '../refusal.ts';
import type { Change } from './change.ts';
import { requireAllKnown, requireKnown } from './unknown-id.ts';

type SetPopulation = Extract<Change, { type: 'set-population' }>;
type GrowPopulation = Extract<Change, { type: 'grow-population' }>;

/** The counts hold from their year on, until a later count of the same municipality. */
export function setPopulation(agreement: Agreement, { year, populations }: SetPopulation): Result<Agreement> {
  const known = collect(
    [...populations.keys()].map((code) =>
      requireKnown(agreement, 'municipality', code, ['populations', code]),
    ),
  );
  if (!known.ok) return known;
  return changeProjections(agreement, (code, projection) => {
    const population = populations.get(code);
    if (population === undefined) return projection;
    const others = projection.counts.filter((count) => count.year !== year);
    const counts = [...others, { year, population }].sort((first, second) => first.year - second.year);
    return { ...projection, counts };
  });
}

/** The municipalities named, or all, grow by the rate in each year of the period, whatever was believed of these years before. */
export function growPopulation(agreement: Agreement, change: GrowPopulation): Result<Agreement> {
  const { firstYear, lastYear, rate, municipalities } = change;
  const known = requireAllKnown(agreement, 'municipality', municipalities, 'municipalities');
  if (!known.ok) return known;
  const growth = { firstYear, lastYear, rate };
  return changeProjections(agreement, (code, projection) =>
    municipalities?.includes(code) === false
      ? projection
      : { ...projection, growths: [...projection.growths, growth] },
  );
}

function changeProjections(
  agreement: Agreement,
  change: (code: string, projection: PopulationProjection) => PopulationProjection,
): Result<Agreement> {
  const municipalities = agreement.municipalities.map((municipality) => {
    const before = municipality.projection ?? NO_PROJECTION;
    const projection = change(municipality.municipality, before);
    return projection === before ? municipality : { ...municipality, projection };
  });
  return accepted({ ...agreement, municipalities });
}
