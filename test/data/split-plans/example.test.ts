import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleSplitPlans, exampleSplitPlansText } from '../../../data/example/split-plans.ts';
import { loadAgreement } from '../../../data/load-agreement.ts';
import { loadSplitPlans } from '../../../data/split-plans/load-split-plans.ts';
import { UnusableFile } from '../../../data/unusable-file.ts';
import { buildAgreement } from '../../agreement/build-agreement.ts';

const FILE = 'data/k98-example.split-plans.json';

describe('the example split plans', () => {
  it('are what `npm run data:example` writes', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(exampleSplitPlansText());
  });

  it('fit the example agreement, one for each of its municipalities', async () => {
    const { agreement } = await loadAgreement('data/k98-example.agreement.json');
    const plans = await loadSplitPlans(FILE, agreement);
    expect(plans.map(({ municipality }) => municipality)).toEqual(
      agreement.municipalities.map(({ municipality }) => municipality),
    );
  });

  it('have GLNs that nobody has, each its own, and say that they are examples', () => {
    const recipients = exampleSplitPlans().plans.flatMap((plan) => plan.recipients);
    expect(recipients.filter(({ gln }) => !gln.startsWith('952'))).toEqual([]);
    expect(new Set(recipients.map(({ gln }) => gln)).size).toBe(recipients.length);
    expect(recipients.filter(({ department }) => !department.includes('eksempel'))).toEqual([]);
  });

  it("split Aula in KOMBIT's own three for two municipalities of five", () => {
    const { plans } = exampleSplitPlans();
    const inThree = plans.filter(({ lines }) => lines.some(({ parts }) => parts?.length === 3));
    expect(inThree).toHaveLength(39);
  });

  it('are refused for another agreement', async () => {
    const error = await loadSplitPlans(FILE, buildAgreement()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnusableFile);
    expect(String(error)).toContain('(agreement_differs)');
  });
});
