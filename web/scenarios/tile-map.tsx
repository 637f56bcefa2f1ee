import { useId, useState } from 'preact/hooks';
import type { AgreementView } from '../api/agreement.ts';
import type { MunicipalityDifference, YearDifference } from '../api/compare.ts';
import { Picture } from '../chart/picture.tsx';
import { inBoth } from '../language/language.ts';
import { change, count, percentChange } from '../numbers/format.ts';
import { BANDS, bandWords } from './band-words.ts';
import { PLACES } from './tile-map-places.ts';
import { stepOnMap } from './tile-map-steps.ts';
import './tile-map.css';

const words = inBoth(
  {
    title: 'Vindere og tabere på kortet',
    summary: (falls: string, same: string, rises: string) =>
      `${falls} kommuner betaler mindre end i udgangspunktet, ${same} det samme og ${rises} mere. Hver kommune er et felt af samme størrelse, lagt omtrent hvor den ligger.`,
    municipalities: 'kommuner',
    gone: 'er ikke med i begge',
    tiles: 'Kommunerne på kortet',
    choose: 'Peg på en kommune, eller gå rundt på kortet med piletasterne.',
  },
  {
    title: 'Winners and losers on the map',
    summary: (falls: string, same: string, rises: string) =>
      `${falls} municipalities pay less than under the baseline, ${same} the same and ${rises} more. Each municipality is a square of the same size, placed roughly where it lies.`,
    municipalities: 'municipalities',
    gone: 'is not part of both',
    tiles: 'The municipalities on the map',
    choose: 'Point at a municipality, or walk about on the map with the arrow keys.',
  },
);

/** Who pays more and who pays less, at a glance; the table beside it says it to the øre. */
export function TileMap({ view, year }: { readonly view: AgreementView; readonly year: YearDifference }) {
  const differences = new Map(year.municipalities.map((one) => [one.municipality, one]));
  const counted = new Map(
    year.winnersAndLosers.bands.map(({ band, municipalities }) => [band, municipalities]),
  );
  const among = (start: string) =>
    count(BANDS.reduce((sum, { band }) => sum + (band.startsWith(start) ? (counted.get(band) ?? 0) : 0), 0));
  return (
    <Picture
      title={words().title}
      summary={words().summary(among('falls'), among('unchanged'), among('rises'))}
    >
      <div class="map-and-legend">
        <Tiles view={view} differences={differences} />
        <ul class="band-legend">
          {BANDS.map(({ band, sign }) => (
            <li key={band}>
              <span class={`tile band-${band}`} aria-hidden="true">
                {sign}
              </span>
              {`${bandWords()[band]}: ${count(counted.get(band) ?? 0)} ${words().municipalities}`}
            </li>
          ))}
        </ul>
      </div>
    </Picture>
  );
}

/** The tiles as one list, of which one is chosen by arrow keys or by pointing, and said below in words. */
function Tiles({
  view,
  differences,
}: {
  readonly view: AgreementView;
  readonly differences: ReadonlyMap<string, MunicipalityDifference>;
}) {
  const id = useId();
  const [chosen, choose] = useState<string>();
  const said = (municipality: string) =>
    `${view.municipalityName(municipality)}: ${effectOf(differences.get(municipality))}`;
  return (
    <div class="tiles">
      <div
        class="tile-map"
        role="listbox"
        aria-label={words().tiles}
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen}`}
        tabIndex={0}
        onKeyDown={(event) => {
          const next = stepOnMap(chosen, event.key);
          if (next === undefined) return;
          event.preventDefault();
          choose(next);
        }}
      >
        {PLACES.map(({ municipality, column, row }) => {
          const band = differences.get(municipality)?.band;
          return (
            <span
              key={municipality}
              id={`${id}-${municipality}`}
              role="option"
              tabIndex={-1}
              aria-selected={municipality === chosen}
              class={`tile band-${band ?? 'none'}`}
              style={{ gridColumn: column, gridRow: row }}
              onPointerEnter={() => choose(municipality)}
            >
              <span class="tile-name" aria-hidden="true">
                {view.municipalityName(municipality).slice(0, 3)}
              </span>
              <span class="tile-sign" aria-hidden="true">
                {BANDS.find((one) => one.band === band)?.sign ?? '·'}
              </span>
              <span class="visually-hidden">{said(municipality)}</span>
            </span>
          );
        })}
      </div>
      <p class="hint not-on-paper">{chosen === undefined ? words().choose : said(chosen)}</p>
    </div>
  );
}

function effectOf(difference: MunicipalityDifference | undefined): string {
  if (difference?.band === undefined) return words().gone;
  return `${percentChange(difference.change ?? '0')} (${change(difference.amount.difference)})`;
}
