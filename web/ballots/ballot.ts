import { answered, api, type Schemas } from '../api/client.ts';
import { everyPage } from '../api/every-page.ts';
import { type Answer, useAnswer } from '../api/use-answer.ts';

export type Ballot = Schemas['KeptBallot'];
export type NewBallot = Schemas['NewKeptBallot'];
export type Papers = Schemas['BallotPapers'];
export type BallotResult = Schemas['BallotResult'];
export type PaperRequest = Schemas['BallotPaperRequest'];

/** Every ballot that one may read, by id. */
export function useBallots(): Answer<readonly Ballot[]> {
  return useAnswer('ballots', (signal) =>
    everyPage((query) => answered(api.GET('/v1/ballots', { params: { query }, signal }))),
  );
}

/** Whether a ballot is open now, and the papers that one may see. */
export function usePapers(id: string): Answer<Papers> {
  return useAnswer(`ballot-papers/${id}`, (signal) =>
    answered(api.GET('/v1/ballots/{id}/papers', { params: { path: { id } }, signal })),
  );
}

/** What a closed ballot came to; asked for only when there can be an answer. */
export function useResult(id: string, isClosed: boolean): Answer<BallotResult> {
  return useAnswer(isClosed ? `ballot-result/${id}` : undefined, (signal) =>
    answered(api.GET('/v1/ballots/{id}/result', { params: { path: { id } }, signal })),
  );
}

export function keepBallot(body: NewBallot): Promise<Ballot> {
  const header = { 'idempotency-key': crypto.randomUUID() };
  return answered(api.POST('/v1/ballots', { body, params: { header } }));
}

/** Opens a draft, or closes an open ballot. */
export function actOnBallot({ id, stored }: Ballot, action: 'open' | 'close'): Promise<Ballot> {
  const params = { path: { id }, header: { 'if-match': `"${stored.version}"` } };
  return answered(api.POST('/v1/ballots/{id}/actions', { params, body: { action } }));
}

/** Votes, or changes the vote whose version was seen. */
export function castPaper(id: string, body: PaperRequest, seen: number | undefined) {
  const params = {
    path: { id },
    ...(seen !== undefined && { header: { 'if-match': `"${seen}"` } }),
  };
  return answered(api.PUT('/v1/ballots/{id}/paper', { params, body }));
}

/** Lets a method choose by what was voted. */
export function chooseBy(result: BallotResult, method: 'equal-shares' | 'greedy', signal: AbortSignal) {
  const body = { ...result.selection, method };
  return answered(api.POST('/v1/selections', { body, signal }));
}
