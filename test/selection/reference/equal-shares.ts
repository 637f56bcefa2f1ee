import Fraction from 'fraction.js';
import type { SelectionRequest } from '../../../data/schema/selection.ts';
import { fillGreedily, ties } from './greedy.ts';

/**
 * The Method of Equal Shares written straight from its definition, voter by voter and round by round, in fractions:
 * no merging, no bounds, no order of scanning. Kroner, not øre. Slow, and meant to share nothing with the engine.
 */

export interface ReferenceOutcome {
  readonly selected: readonly string[];
  /** ρ of each candidate bought in a round, in kroner for one unit of utility (`cost`: for one krone). */
  readonly rho: ReadonlyMap<string, Fraction>;
  /** What each voter paid for each candidate. */
  readonly payments: ReadonlyMap<string, ReadonlyMap<string, Fraction>>;
  /** What the supporters of each initiative that fell out had left together then, in kroner. */
  readonly couldPay: ReadonlyMap<string, Fraction>;
  readonly raises: number;
}

interface Person {
  readonly id: string;
  readonly weight: Fraction;
  /** Per unit of weight. */
  readonly start: Fraction;
  readonly utility: ReadonlyMap<string, Fraction>;
}

type Project = SelectionRequest['initiatives'][number] & { readonly price: Fraction };

const ZERO = new Fraction(0);

export function referenceEqualShares(request: SelectionRequest): ReferenceOutcome {
  const projects = request.initiatives.map((initiative) => ({
    ...initiative,
    price: new Fraction(initiative.cost),
  }));
  const people = peopleOf(request, projects);
  const { completion } = request;
  const run = completion.startsWith('add1')
    ? addOne(request, projects, people)
    : round(request, projects, people, 0);
  return completion.endsWith('greedy')
    ? {
        ...run,
        selected: fillGreedily(request, request.utility === 'score' ? 'score' : 'cost', run.selected),
      }
    : run;
}

function peopleOf(
  { voters = [], budget, utility }: SelectionRequest,
  projects: readonly Project[],
): Person[] {
  const total = voters.reduce((sum, { weight = '1' }) => sum.add(weight), ZERO);
  return voters.map(({ id, weight = '1', endowment, approvals = {} }) => {
    const supported = projects.filter(
      (project) => new Fraction(approvals[project.id] ?? '0').compare(ZERO) > 0,
    );
    const worth = (project: Project): Fraction => {
      if (utility === 'cost') return project.price;
      return utility === 'cardinality' ? new Fraction(1) : new Fraction(approvals[project.id] ?? '0');
    };
    return {
      id,
      weight: new Fraction(weight),
      start: endowment === undefined ? new Fraction(budget).div(total) : new Fraction(endowment).div(weight),
      utility: new Map(
        supported
          .map((project) => [project.id, worth(project)] as const)
          .filter(([, u]) => u.compare(ZERO) > 0),
      ),
    };
  });
}

function addOne(
  request: SelectionRequest,
  projects: readonly Project[],
  people: readonly Person[],
): ReferenceOutcome {
  const budget = new Fraction(request.budget);
  const step = new Fraction(request.add1Step);
  let last = round(request, projects, people, 0);
  for (let raises = 0; ; raises++) {
    const outcome = round(request, projects, people, raises);
    const left = budget.sub(costOf(outcome.selected, projects));
    if (left.compare(ZERO) < 0) return last;
    const isExhaustive = !projects.some(
      ({ id, price }) =>
        price.compare(ZERO) > 0 &&
        price.compare(left) <= 0 &&
        !outcome.selected.includes(id) &&
        isSupported(request, id),
    );
    if (isExhaustive) return outcome;
    if (people.every(({ start }) => start.add(step.mul(raises)).compare(budget) >= 0)) return outcome;
    last = outcome;
  }
}

function isSupported({ voters = [] }: SelectionRequest, id: string): boolean {
  return voters.some(({ approvals = {} }) => new Fraction(approvals[id] ?? '0').compare(ZERO) > 0);
}

function costOf(ids: readonly string[], projects: readonly Project[]): Fraction {
  return projects.filter(({ id }) => ids.includes(id)).reduce((sum, { price }) => sum.add(price), ZERO);
}

/** One run of all rounds after so many raises. */
function round(
  request: SelectionRequest,
  projects: readonly Project[],
  people: readonly Person[],
  raises: number,
): ReferenceOutcome {
  const balance = new Map(
    people.map(({ id, start }) => [id, start.add(new Fraction(request.add1Step).mul(raises))]),
  );
  const payments = new Map<string, Map<string, Fraction>>(people.map(({ id }) => [id, new Map()]));
  const rho = new Map<string, Fraction>();
  const couldPay = new Map<string, Fraction>();
  const selected: string[] = [];
  const supported = projects.filter(({ id }) => people.some(({ utility }) => utility.has(id)));
  const free = supported.filter(({ price }) => price.equals(ZERO)).sort(ties(request));
  selected.push(...free.map(({ id }) => id));
  let remaining = supported.filter(({ price }) => price.compare(ZERO) > 0);
  for (;;) {
    remaining = remaining.filter((project) => {
      const theirs = money(project, people, balance);
      if (theirs.compare(project.price) >= 0) return true;
      couldPay.set(project.id, theirs);
      return false;
    });
    if (remaining.length === 0) return { selected, rho, payments, couldPay, raises };
    const offers = remaining.map((project) => ({ project, price: smallestRho(project, people, balance) }));
    offers.sort((a, b) => a.price.compare(b.price) || ties(request)(a.project, b.project));
    const [best] = offers;
    if (best === undefined) throw new Error('there are offers');
    for (const { id, weight, utility } of people) {
      const u = utility.get(best.project.id);
      if (u === undefined) continue;
      const pays = min(balance.get(id) ?? ZERO, best.price.mul(u));
      balance.set(id, (balance.get(id) ?? ZERO).sub(pays));
      payments.get(id)?.set(best.project.id, pays.mul(weight));
    }
    rho.set(best.project.id, best.price);
    selected.push(best.project.id);
    remaining = remaining.filter((project) => project !== best.project);
  }
}

function money(
  project: Project,
  people: readonly Person[],
  balance: ReadonlyMap<string, Fraction>,
): Fraction {
  return people
    .filter(({ utility }) => utility.has(project.id))
    .reduce((sum, { id, weight }) => sum.add(weight.mul(balance.get(id) ?? ZERO)), ZERO);
}

function smallestRho(
  project: Project,
  people: readonly Person[],
  balance: ReadonlyMap<string, Fraction>,
): Fraction {
  const supporters = people
    .flatMap(({ id, weight, utility }) => {
      const u = utility.get(project.id);
      return u === undefined ? [] : [{ weight, u, b: balance.get(id) ?? ZERO }];
    })
    .sort((first, second) => first.b.div(first.u).compare(second.b.div(second.u)));
  let paid = ZERO;
  let strength = supporters.reduce((sum, { weight, u }) => sum.add(weight.mul(u)), ZERO);
  for (const { weight, u, b } of supporters) {
    const price = project.price.sub(paid).div(strength);
    if (price.mul(u).compare(b) <= 0) return price;
    paid = paid.add(weight.mul(b));
    strength = strength.sub(weight.mul(u));
  }
  throw new Error('an affordable project has a price');
}

function min(first: Fraction, second: Fraction): Fraction {
  return first.compare(second) < 0 ? first : second;
}
