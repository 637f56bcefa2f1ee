import { judgedRounds } from '../../api/calculation/plans/judged-rounds.ts';
import type { MethodSetting } from '../../api/calculation/plans/method-setting.ts';
import { type MethodRun, runMethod } from '../../api/calculation/plans/run-method.ts';
import type { ComparedMethod } from '../../api/requests/plan-comparison.ts';
import { answerRequest } from '../../selection/answer-request.ts';
import { highsSolver } from '../../selection/highs.ts';
import type { Initiative } from '../../src/prioritisation/initiative.ts';
import { invariant } from '../../src/refusal.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import { acceptedValue } from '../results.ts';
import { ruleSetOf, twoYears } from './two-years.ts';

const solver = await highsSolver();

export const METHODS = ['greedy', 'equal-shares', 'optimum'] as const;

type Parts = Partial<Omit<MethodSetting, 'body'>> & { readonly body?: string };

/** The two years, the board and no rules unless said otherwise. Time stands still. */
export function settingFor(
  initiatives: readonly Initiative[],
  { body = 'board', prices = twoYears(), ...parts }: Parts = {},
): MethodSetting {
  const [agreement] = prices.map((price) => price.agreement);
  invariant(agreement !== undefined, 'there is a year');
  const found = agreement.bodies.find((candidate) => candidate.body === body);
  invariant(found !== undefined, `there is the body ${body}`);
  return {
    agreement,
    prices,
    shares: acceptedValue(shareYears(prices)),
    ruleSet: ruleSetOf(),
    carriesOver: false,
    body: found,
    initiatives,
    inPlace: [],
    choose: async (request) => {
      const reply = answerRequest(request, solver, () => 0);
      if (reply.kind === 'answered') return reply;
      invariant(reply.kind === 'refused', JSON.stringify(reply.refusals));
      return { kind: 'impossible' };
    },
    now: () => 0,
    ...parts,
  };
}

export function methodSettings(method: ComparedMethod['method']): ComparedMethod {
  return {
    method,
    utility: 'score',
    completion: 'greedy',
    tieBreak: 'cost-votes-id',
    timeLimitSeconds: 10,
  };
}

/** Lets a method choose. */
export async function chosenBy(
  method: ComparedMethod['method'],
  initiatives: readonly Initiative[],
  { wanted, ...parts }: Parts & { readonly wanted?: string } = {},
): Promise<MethodRun> {
  const setting = settingFor(initiatives, parts);
  const rounds = acceptedValue(await judgedRounds(setting));
  return acceptedValue(await runMethod(methodSettings(method), rounds, setting, wanted));
}

/** What was chosen, in the order chosen, with the year in which it begins. */
export function chosenIn({ plan }: MethodRun): string[] {
  return plan.proposal.initiatives.map(
    ({ initiative }) => `${initiative}@${plan.notBefore?.get(initiative)}`,
  );
}
