import type { AgreementView } from '../api/agreement.ts';
import type { YearDifference } from '../api/compare.ts';
import { Picture } from '../chart/picture.tsx';
import { inBoth } from '../language/language.ts';
import { count, percentChange } from '../numbers/format.ts';
import { BANDS, bandWords } from './band-words.ts';
import { PLACES } from './tile-map-places.ts';
import './tile-map.css';

const words = inBoth(
  {
    title: 'Vindere og tabere på kortet',
    summary: (falls: string, same: string, rises: string) =>
      `${falls} kommuner betaler mindre end i udgangspunktet, ${same} det samme og ${rises} mere. Hver kommune er et felt af samme størrelse, lagt omtrent hvor den ligger.`,
    municipalities: 'kommuner',
    gone: 'er ikke med i begge',
  },
  {
    title: 'Winners and losers on the map',
    summary: (falls: string, same: string, rises: string) =>
      `${falls} municipalities pay less than under the baseline, ${same} the same and ${rises} more. Each municipality is a square of the same size, placed roughly where it lies.`,
    municipalities: 'municipalities',
    gone: 'is not part of both',
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
        <div class="tile-map" aria-hidden="true">
          {PLACES.map(({ municipality, column, row }) => {
            const { band, change } = differences.get(municipality) ?? {};
            const name = view.municipalityName(municipality);
            const said = band === undefined ? words().gone : percentChange(change ?? '0');
            return (
              <span
                key={municipality}
                class={`tile band-${band ?? 'none'}`}
                style={{ gridColumn: column, gridRow: row }}
                title={`${name}: ${said}`}
              >
                <span class="tile-name">{name.slice(0, 3)}</span>
                <span class="tile-sign">{BANDS.find((one) => one.band === band)?.sign ?? '·'}</span>
              </span>
            );
          })}
        </div>
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
