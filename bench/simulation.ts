import { fileURLToPath } from 'node:url';
import { Engine } from 'json-rules-engine';
import { loadRuleSet } from '../rules/load-rule-sets.ts';
import type { Rule, RuleSet } from '../rules/rule-set.ts';
import { simulateProposals } from '../rules/simulate-proposals.ts';
import { oreFromKroner } from '../src/money/ore.ts';
import { rateFromText } from '../src/money/rate.ts';
import { priceYear } from '../src/pricing/price-year.ts';
import { accountKey } from '../src/prioritisation/account.ts';
import type { Initiative } from '../src/prioritisation/initiative.ts';
import { openingPool } from '../src/prioritisation/opening-pool.ts';
import type { Proposal } from '../src/prioritisation/proposal.ts';
import { requestsOf } from '../src/prioritisation/request.ts';
import { simulate } from '../src/prioritisation/simulate.ts';
import { exampleAgreement, granted } from './example.ts';
import { medians } from './median.ts';
import { besidePeer, type Row } from './row.ts';

const YEAR = 2026;
const INITIATIVES = 10;
const RULES = 20;

/**
 * A council's ten initiatives meet twenty rules. Two peers: the core alone, which is given the same verdicts (the ratio
 * says what it costs to ask the rules), and the rule engine alone, asked as many simple rules as often.
 */
export async function measureSimulation(): Promise<Row[]> {
  const price = granted(priceYear(await exampleAgreement(), YEAR));
  const ruleSet = await twentyRules();
  const { results } = granted(await simulateProposals(price, [PROPOSAL], ruleSet));
  const setting = {
    price,
    pool: granted(openingPool(price)),
    proposal: PROPOSAL,
    requests: granted(requestsOf(PROPOSAL, price)),
  };
  const verdicts = new Map(
    results.flatMap(({ outcomes }) =>
      outcomes.map(({ recipient, fired, failed }) => [accountKey(recipient), [...fired, ...failed]] as const),
    ),
  );
  const engine = bareEngine();
  const [ruled, core, bare] = await medians({
    'simulation, 10 initiatives by 20 rules': async () =>
      granted(await simulateProposals(price, [PROPOSAL], ruleSet)),
    'the core alone, with the verdicts given': () => simulate(setting, verdicts),
    'json-rules-engine alone, 10 × 20 rules': async () => {
      for (let place = 1; place <= INITIATIVES; place += 1) await engine.run({ place });
    },
  });
  if (ruled === undefined || core === undefined || bare === undefined) throw new Error('not all measured');
  return [besidePeer(ruled, core), besidePeer(ruled, bare)];
}

function bareEngine(): Engine {
  const engine = new Engine();
  for (let number = 0; number < RULES; number += 1) {
    engine.addRule({
      conditions: { all: [{ fact: 'place', operator: 'greaterThan', value: number % INITIATIVES }] },
      event: { type: 'note' },
    });
  }
  return engine;
}

/** The shipped rules, and as many that only note something as are missing. */
async function twentyRules(): Promise<RuleSet> {
  const file = fileURLToPath(new URL('../rules/k98-governance.rules.json', import.meta.url));
  const { ruleSet } = await loadRuleSet(file);
  const missing = Array.from({ length: RULES - ruleSet.rules.length }, (_, number) =>
    noting(ruleSet, number),
  );
  return { ...ruleSet, rules: [...ruleSet.rules, ...missing] };
}

function noting({ effectiveFrom, title }: RuleSet, number: number): Rule {
  const value = `${number + 1}000000.00`;
  return {
    rule: `note-${number}`,
    title,
    explanation: title,
    source: 'Benchmark',
    effectiveFrom,
    priority: 1000 + number,
    severity: 'info',
    conditions: {
      all: [
        { fact: 'cost', operator: 'moneyAtLeast', value },
        { fact: 'poolOfArea', operator: 'moneyAtLeast', value },
      ],
    },
    effect: { type: 'note' },
  };
}

const PROPOSAL: Proposal = {
  proposal: 'bench',
  body: 'portfolio-council-employment-and-benefits',
  reason: 'Benchmark',
  initiatives: Array.from({ length: INITIATIVES }, (_, number) => initiative(number)),
  moves: [],
  inPlace: [],
};

function initiative(number: number): Initiative {
  return {
    initiative: `initiative-${number}`,
    title: `Initiative ${number}`,
    area: 'employment-and-benefits',
    targetSolution: ['kp', 'ksd', 'ky'][number % 3] ?? 'ky',
    costs: new Map([[YEAR, oreFromKroner(`${number + 1}00000.00`)]]),
    priceLevelYear: 2025,
    benefit: { scores: new Map() },
    statutory: number % 5 === 0,
    minShare: rateFromText('0.5'),
    dependsOn: number === 0 ? [] : [`initiative-${number - 1}`],
    excludes: [],
  };
}
