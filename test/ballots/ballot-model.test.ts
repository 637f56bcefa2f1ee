import fc from 'fast-check';
import { expect, it } from 'vitest';
import { actOnBallot } from '../../api/ballots/ballot-action.ts';
import { ballotKind, type KeptBallot } from '../../api/ballots/ballot-kind.ts';
import { ballotResult } from '../../api/ballots/ballot-result.ts';
import { castPaper } from '../../api/ballots/cast-paper.ts';
import { papersOf } from '../../api/ballots/papers.ts';
import { seenPapers } from '../../api/ballots/seen-papers.ts';
import { VersionConflict } from '../../api/request-error.ts';
import { create, readable } from '../../api/stored/operations.ts';
import { loadAgreement } from '../../data/load-agreement.ts';
import type { PaperDocument } from '../../data/schema/ballot.ts';
import type { Identity } from '../../src/access/identity.ts';
import { accepted } from '../../src/refusal.ts';
import { checkAudit } from '../../store/audit-check.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/write.ts';
import { runs } from '../settings/runs.ts';
import { describeOnEachEngine } from '../store/engines.ts';

const COUNCIL = 'portfolio-council-children-and-schools';
const VOTERS = ['ada', 'bo', 'cai'];
const INITIATIVES = ['a', 'b', 'c'];
const SECRETARY: Identity = { subject: 'otto', roles: ['operator'], bodies: [] };
const READER: Identity = { subject: 'ruth', roles: ['reader'], bodies: [] };
const START = Temporal.Instant.from('2026-01-01T00:00:00Z');
const OPEN_MINUTES = 12;

const member = (subject: string): Identity => ({ subject, roles: ['council-member'], bodies: [COUNCIL] });

/** What can be done, and what somebody may believe to be the newest version of their paper. */
const stepArb = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('vote' as const),
      voter: fc.constantFrom(...VOTERS),
      ranking: fc.uniqueArray(fc.constantFrom(...INITIATIVES)),
      seen: fc.constantFrom('none', 'newest', 'stale'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const) }) },
);
type Step = typeof stepArb extends fc.Arbitrary<infer T> ? T : never;

/** A ballot as one would keep it on paper: each voter's votes in their order, and whether it is over. */
interface Model {
  readonly votes: Map<string, string[][]>;
  isClosed: boolean;
}

describeOnEachEngine('a ballot agrees with a box of papers, whatever is done', (engine) => {
  it('in what it takes, shows and counts', async () => {
    let minutes = 0;
    const store = await openStore(await engine().newLocation(), () => START.add({ minutes }));
    const loaded = await loadAgreement(
      new URL('../../data/k98-example.agreement.json', import.meta.url).pathname,
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('open' as const, 'secret' as const),
        fc.array(stepArb, { maxLength: 14 }),
        async (secrecy, steps) => {
          const opened = minutes;
          const setting = await openBallot(
            store,
            `ballot-${++count}`,
            secrecy,
            START.add({ minutes: opened + OPEN_MINUTES }),
          );
          const model: Model = { votes: new Map(VOTERS.map((voter) => [voter, []])), isClosed: false };
          for (const step of steps) {
            if (step.do === 'wait') minutes += step.minutes;
            model.isClosed ||= minutes - opened >= OPEN_MINUTES;
            await take(setting, model, step);
            await expectShown(setting, model, secrecy);
          }
        },
      ),
      runs(8, 100),
    );
    expect(await checkAudit(store.database.query)).toHaveProperty('end');
    await store.database.close();

    async function take(setting: Setting, model: Model, step: Step): Promise<void> {
      if (step.do === 'close') await close(setting, model);
      if (step.do === 'vote') await vote(setting, model, step);
    }

    async function close({ ballot }: Setting, model: Model): Promise<void> {
      const kept = await ballot();
      const done = await actOnBallot(store, SECRETARY, kept, kept.version, { action: 'close' });
      expect(done.ok).toBe(!model.isClosed);
      model.isClosed = true;
    }

    async function vote({ ballot }: Setting, model: Model, step: Step & { do: 'vote' }): Promise<void> {
      const kept = await ballot();
      const before = model.votes.get(step.voter) ?? [];
      const versions = { none: undefined, newest: BigInt(before.length), stale: BigInt(before.length - 1) };
      const seen = versions[step.seen as keyof typeof versions];
      const identity = member(step.voter);
      const outcome = await castPaper({ store, identity, agreement: loaded.agreement }, kept, seen, {
        ranking: step.ranking,
      })
        .then(({ ok }) => ok)
        .catch((error: unknown) => (error instanceof VersionConflict ? false : Promise.reject(error)));
      const isSame = before.at(-1)?.join() === step.ranking.join();
      const isFirst = before.length === 0;
      const isTaken = isSame || (isFirst ? step.seen === 'none' : step.seen === 'newest');
      expect([step, outcome]).toEqual([step, !model.isClosed && isTaken]);
      if (outcome && !isSame) model.votes.set(step.voter, [...before, [...step.ranking]]);
    }

    async function expectShown(
      { ballot, id }: Setting,
      model: Model,
      secrecy: 'open' | 'secret',
    ): Promise<void> {
      const kept = await ballot();
      const cast = VOTERS.filter((voter) => (model.votes.get(voter) ?? []).length > 0);
      for (const identity of [...VOTERS.map(member), SECRETARY, READER]) {
        const shown = await seenPapers(store, identity, kept, { withHistory: true });
        const isHidden = secrecy === 'secret' && !model.isClosed;
        const expected = cast
          .filter((voter) => !isHidden || voter === identity.subject)
          .flatMap((voter) => (model.votes.get(voter) ?? []).map((ranking) => [voter, ranking.join()]));
        expect(shown).toMatchObject({ state: model.isClosed ? 'closed' : 'open', cast: cast.length });
        expect(shown.items.map(({ voter, ranking = [] }) => [voter, ranking.join()])).toEqual(expected);
      }
      const papers = (await papersOf(store.database.query, id)).map(({ body }) => body as PaperDocument);
      const { totals } = ballotResult(id, kept.body as KeptBallot, papers, loaded.agreement);
      const pointsOf = (initiative: string) =>
        cast
          .map((voter) => model.votes.get(voter)?.at(-1)?.indexOf(initiative) ?? -1)
          .reduce((sum, place) => sum + (place === -1 ? 0 : INITIATIVES.length - place), 0);
      expect(totals.map(({ points }) => points)).toEqual(INITIATIVES.map((id) => String(pointsOf(id))));
    }
  });
});

interface Setting {
  readonly id: string;
  readonly ballot: () => ReturnType<typeof readable>;
}

async function openBallot(
  store: Store,
  id: string,
  secrecy: 'open' | 'secret',
  closesAt: Temporal.Instant,
): Promise<Setting> {
  // No agreement is published here, so none is asked whether it knows the initiatives.
  const kind = { ...ballotKind(async () => new Map()), check: async () => accepted(undefined) };
  const content: KeptBallot = {
    title: id,
    agreement: 'k98-example',
    electorate: { kind: 'body', body: COUNCIL },
    weights: 'equal',
    form: { kind: 'ranking', rule: 'borda' },
    secrecy,
    closesAt: String(closesAt),
    budget: '100.00',
    initiatives: INITIATIVES.map((initiative) => ({ id: initiative, cost: '60.00' })),
  };
  await create({ store, kind, identity: SECRETARY }, { id, ...content });
  const ballot = () => readable({ store, kind, identity: READER }, id);
  const opened = await actOnBallot(store, SECRETARY, await ballot(), 1n, { action: 'open' });
  expect(opened.ok).toBe(true);
  return { id, ballot };
}
