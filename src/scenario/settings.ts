import { membersSignedBy } from '../accession/standing.ts';
import type { Agreement, Scope } from '../agreement/agreement.ts';
import { keyName } from '../agreement/key-name.ts';
import { type Cell, coveredCells, scopeName } from '../agreement/scope.ts';
import { kronerFromOre } from '../money/ore.ts';
import { rateText } from '../money/rate.ts';
import type { Change } from './change.ts';

type Setting = readonly [target: string, value: string];

/**
 * What a list of changes sets in the end: a value for each target it touches, the last one where it sets a
 * target twice. A change that covers many cells sets each of them. Pool entries add up and set nothing.
 *
 * Membership and catalogue have a history: leaving and coming back is not the same as coming back, so there the
 * value tells every change in turn. Only never having entered is the same whatever came before.
 */
export function settingsOf(changes: readonly Change[], agreement: Agreement): Map<string, string> {
  const settings = new Map<string, string>();
  for (const change of changes) {
    for (const [target, value] of settingsOfOne(change, agreement)) {
      const earlier = hasHistory(change) && value !== NEVER_ENTERED ? settings.get(target) : undefined;
      settings.set(target, earlier === undefined ? value : `${earlier}, ${value}`);
    }
  }
  return settings;
}

const NEVER_ENTERED = 'never entered';

function hasHistory({ type }: Change): boolean {
  return ['withdraw', 'enter', 'only-signed', 'add-solution', 'remove-solution'].includes(type);
}

function settingsOfOne(change: Change, agreement: Agreement): Setting[] {
  switch (change.type) {
    case 'set-index':
      return (['wage', 'price', 'combined', 'correction'] as const).flatMap((series) => {
        const rate = change[series];
        return rate === undefined ? [] : [[`index/${change.year}/${series}`, rateText(rate)] as const];
      });
    case 'set-index-vintage':
      return [['index/vintage', change.asOf]];
    case 'set-efficiency':
      if ('rate' in change) {
        const value = rateText(change.rate);
        return coveredCells(agreement, change).map((cell) => [
          `efficiency/${change.year}/${cellName(cell)}`,
          value,
        ]);
      }
      return [[`efficiency/${change.year}/amount/${scopeName(change)}`, kronerFromOre(change.amount)]];
    case 'set-base-price':
      return coveredCells(agreement, singleScope(change)).map((cell) => [
        `basePrice/${cellName(cell)}`,
        kronerFromOre(change.amount),
      ]);
    case 'set-reserved-share':
      return solutionsOf(agreement, change.solution).map((id) => [
        `reservedShare/${id}`,
        rateText(change.share),
      ]);
    case 'set-key':
      return solutionsOf(agreement, change.solution).map((id) => [`key/${id}`, keyName(change.key)]);
    case 'withdraw': {
      const value = `until ${change.lastYear}, fixed share ${rateText(change.fixedShare)}`;
      return [[`membership/${change.municipality}`, value]];
    }
    case 'enter':
      return [[`membership/${change.municipality}`, `from ${change.firstYear}`]];
    case 'only-signed':
      return [['membership/signedBy', change.asOf], ...signedSettings(agreement, change.asOf)];
    case 'add-solution':
      return [[`catalogue/${change.solution}`, `in from ${change.fromYear}`]];
    case 'remove-solution':
      return [[`catalogue/${change.solution}`, `out from ${change.fromYear}`]];
    case 'set-rule-set':
      return [['ruleSet', change.ruleSet]];
    case 'set-population':
      return [...change.populations].map(([code, population]) => [
        `population/${change.year}/${code}`,
        String(population),
      ]);
    case 'grow-population':
      return growthSettings(change, agreement);
    case 'set-criterion-weight':
      return [[`criterionWeight/${change.criterion}`, rateText(change.weight)]];
    case 'commit-pool':
    case 'carry-over-pool':
      return [];
  }
}

/** Sets the membership of everybody but those who have signed and not given notice. */
function signedSettings({ accessions, municipalities }: Agreement, asOf: string): Setting[] {
  const signed = accessions === undefined ? [] : membersSignedBy(accessions, asOf);
  const byCode = new Map(signed.map((member) => [member.municipality, member]));
  return municipalities.flatMap(({ municipality }): Setting[] => {
    const member = byCode.get(municipality);
    if (member === undefined) return [[`membership/${municipality}`, NEVER_ENTERED]];
    if (member.lastYear === undefined) return [];
    return [[`membership/${municipality}`, `until ${member.lastYear} by notice`]];
  });
}

/** The growth of each municipality in each year of the period. */
function growthSettings(
  { firstYear, lastYear, rate, municipalities }: Extract<Change, { type: 'grow-population' }>,
  agreement: Agreement,
): Setting[] {
  const codes = municipalities ?? agreement.municipalities.map(({ municipality }) => municipality);
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, place) => firstYear + place);
  return years.flatMap((year) =>
    codes.map((code): Setting => [`populationGrowth/${year}/${code}`, rateText(rate)]),
  );
}

function cellName({ solution, component }: Cell): string {
  return `${solution}/${component}`;
}

function singleScope({
  solution,
  component,
}: {
  readonly solution?: string;
  readonly component?: string;
}): Scope {
  return {
    ...(solution === undefined ? {} : { solutions: [solution] }),
    ...(component === undefined ? {} : { components: [component] }),
  };
}

function solutionsOf(agreement: Agreement, named: string | undefined): string[] {
  return named === undefined ? agreement.solutions.map(({ solution }) => solution) : [named];
}
