import { inBoth } from '../language/language.ts';
import { type KeptProposal, type Method, methodOf, type Outcome } from './plans.ts';

const words = inBoth<{
  readonly methods: Readonly<Record<Method, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
}>(
  {
    methods: {
      optimum: 'Metode: størst samlet gavn',
      greedy: 'Metode: mest gavn pr. krone først',
      'equal-shares': 'Metode: lige andele',
    },
    outcomes: {
      funded: 'Fuldt',
      reduced: 'Delvist',
      deferred: 'Udskudt',
      referred: 'Til bestyrelsen',
      rejected: 'Afvist',
    },
  },
  {
    methods: {
      optimum: 'Method: greatest total benefit',
      greedy: 'Method: most benefit per krone first',
      'equal-shares': 'Method: equal shares',
    },
    outcomes: {
      funded: 'In full',
      reduced: 'In part',
      deferred: 'Deferred',
      referred: 'To the board',
      rejected: 'Rejected',
    },
  },
);

/** What a plan is called: the title of a proposal, or what a method does. */
export function nameOfPlan(plan: string, proposals: readonly KeptProposal[]): string {
  const method = methodOf(plan);
  if (method !== undefined) return words().methods[method];
  return proposals.find(({ id }) => id === plan)?.title ?? plan;
}

export function nameOfOutcome(outcome: Outcome): string {
  return words().outcomes[outcome];
}
