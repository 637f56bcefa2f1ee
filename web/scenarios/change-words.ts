import type { AgreementView } from '../api/agreement.ts';
import { inBoth } from '../language/language.ts';
import { count, day, kroner, percent } from '../numbers/format.ts';
import type { Change } from './draft.ts';

type Of<Type extends Change['type']> = Extract<Change, { type: Type }>;
type Key = Of<'set-key'>['key'];

const words = inBoth(
  {
    wage: 'løn',
    price: 'pris',
    combined: 'samlet skøn',
    correction: 'niveaukorrektion',
    index: (year: number, rates: string) => `Pris og løn ${year}: ${rates}`,
    vintage: (asOf: string) => `Pris- og lønskøn, som de var kendt ${asOf}`,
    efficiency: (year: number, size: string, scope: string) => `Effektivisering ${year}: ${size} af ${scope}`,
    base: (scope: string, amount: string) => `Basispris for ${scope}: ${amount}`,
    reserved: (scope: string, share: string) =>
      `Reserveret andel af forretningsmæssigt vedligehold for ${scope}: ${share}`,
    withdraw: (name: string, year: number, fixed: string) =>
      `${name} udtræder efter ${year}; ${fixed} af andelen bliver og bæres af de andre`,
    enter: (name: string, year: number) => `${name} indtræder fra ${year}`,
    signed: (asOf: string) => `Kun kommuner, der havde underskrevet ${asOf}`,
    add: (name: string, year: number) => `${name} kommer med fra ${year}`,
    remove: (name: string, year: number) => `${name} går ud fra ${year}`,
    key: (scope: string, key: string) => `Fordelingsnøgle for ${scope}: ${key}`,
    ruleSet: (id: string) => `Regelsæt: ${id}`,
    commit: (name: string, year: number, amount: string) =>
      `${amount} af puljen fra ${name} er bundet i ${year}`,
    carry: (name: string, year: number, amount: string) =>
      `${amount} af puljen fra ${name} er overført til ${year}`,
    everything: 'alle løsninger',
    population: 'folketal',
    tiered: (threshold: string, weight: string) =>
      `folketal, hvor indbyggere over ${threshold} vejer ${weight}`,
    equal: 'ligeligt',
    weights: 'angivne vægte',
    mix: 'sammensat',
  },
  {
    wage: 'wages',
    price: 'prices',
    combined: 'combined estimate',
    correction: 'level correction',
    index: (year: number, rates: string) => `Prices and wages ${year}: ${rates}`,
    vintage: (asOf: string) => `Price and wage estimates as known on ${asOf}`,
    efficiency: (year: number, size: string, scope: string) => `Efficiency ${year}: ${size} of ${scope}`,
    base: (scope: string, amount: string) => `Base price of ${scope}: ${amount}`,
    reserved: (scope: string, share: string) =>
      `Reserved share of business maintenance of ${scope}: ${share}`,
    withdraw: (name: string, year: number, fixed: string) =>
      `${name} withdraws after ${year}; ${fixed} of its share stays and is carried by the others`,
    enter: (name: string, year: number) => `${name} enters from ${year}`,
    signed: (asOf: string) => `Only municipalities that had signed on ${asOf}`,
    add: (name: string, year: number) => `${name} comes in from ${year}`,
    remove: (name: string, year: number) => `${name} goes out from ${year}`,
    key: (scope: string, key: string) => `Allocation key of ${scope}: ${key}`,
    ruleSet: (id: string) => `Rule set: ${id}`,
    commit: (name: string, year: number, amount: string) =>
      `${amount} of the pool from ${name} is bound in ${year}`,
    carry: (name: string, year: number, amount: string) =>
      `${amount} of the pool from ${name} is carried over to ${year}`,
    everything: 'all solutions',
    population: 'population',
    tiered: (threshold: string, weight: string) =>
      `population, where citizens above ${threshold} weigh ${weight}`,
    equal: 'equally',
    weights: 'stated weights',
    mix: 'mixed',
  },
);

/** A change in one sentence. */
export function wordsOf(change: Change, view: AgreementView): string {
  const say = words();
  switch (change.type) {
    case 'set-index':
      return say.index(change.year, ratesIn(change));
    case 'set-index-vintage':
      return say.vintage(day(change.asOf));
    case 'set-efficiency':
      return say.efficiency(change.year, sizeOf(change), scopeOf(change, view));
    case 'set-base-price':
      return say.base(scopeOf(change, view), kroner(change.amount));
    case 'set-reserved-share':
      return say.reserved(scopeOf(change, view), percent(change.share));
    case 'set-key':
      return say.key(scopeOf(change, view), keyWords(change.key));
    case 'set-rule-set':
      return say.ruleSet(change.ruleSet);
    default:
      return comingAndGoing(change, view);
  }
}

function comingAndGoing(change: Change, view: AgreementView): string {
  const say = words();
  switch (change.type) {
    case 'withdraw':
      return say.withdraw(
        view.municipalityName(change.municipality),
        change.lastYear,
        percent(change.fixedShare ?? '1'),
      );
    case 'enter':
      return say.enter(view.municipalityName(change.municipality), change.firstYear);
    case 'only-signed':
      return say.signed(day(change.asOf));
    case 'add-solution':
      return say.add(view.solutionName(change.solution), change.fromYear);
    case 'remove-solution':
      return say.remove(view.solutionName(change.solution), change.fromYear);
    case 'commit-pool':
      return say.commit(view.solutionName(change.solution), change.year, kroner(change.amount));
    case 'carry-over-pool':
      return say.carry(view.solutionName(change.solution), change.year, kroner(change.amount));
    default:
      // What the API has learnt since: by the name it has there.
      return change.type;
  }
}

function ratesIn({ wage, price, combined, correction }: Of<'set-index'>): string {
  const said = words();
  const rates: readonly (readonly [string, string | undefined])[] = [
    [said.wage, wage],
    [said.price, price],
    [said.combined, combined],
    [said.correction, correction],
  ];
  return rates.flatMap(([name, rate]) => (rate === undefined ? [] : [`${name} ${percent(rate)}`])).join(', ');
}

function sizeOf({ rate, amount }: Of<'set-efficiency'>): string {
  return rate === undefined ? kroner(amount ?? '0') : percent(rate);
}

function scopeOf(
  change: {
    readonly solution?: string;
    readonly solutions?: readonly string[];
    readonly component?: string;
    readonly components?: readonly string[];
  },
  view: AgreementView,
): string {
  const { solution, component } = change;
  const { solutions = solution === undefined ? [] : [solution] } = change;
  const { components = component === undefined ? [] : [component] } = change;
  const named = solutions.length === 0 ? words().everything : solutions.map(view.solutionName).join(', ');
  return components.length === 0 ? named : `${named} (${components.map(view.componentName).join(', ')})`;
}

export function keyWords(key: Key): string {
  const say = words();
  switch (key.kind) {
    case 'population-tiered':
      return say.tiered(count(key.threshold), count(key.weightAbove));
    case 'population':
      return say.population;
    case 'equal':
      return say.equal;
    case 'weights':
      return say.weights;
    case 'mix':
      return say.mix;
  }
}
