import type { SelectionAnswer } from '../../../data/schema/selection-answer.ts';
import type { SelectionReply, SelectionWorkers } from '../../../selection/workers.ts';
import { selectionFailure } from '../../selection-failure.ts';
import type { ChosenReply } from './method-setting.ts';

/** Chooses in a worker thread, so that no comparison blocks other requests; whoever cancels the comparison ends it. */
export function chooseIn(workers: Pick<SelectionWorkers, 'answer'>, cancelled: AbortSignal) {
  return async (request: object): Promise<ChosenReply> => {
    const body = new TextEncoder().encode(JSON.stringify(request));
    return chosenReply(await workers.answer(body, cancelled));
  };
}

/** Nobody waits for the comparison any more. */
export class ComparisonCancelled extends Error {}

function chosenReply(reply: SelectionReply): ChosenReply {
  if (reply.kind === 'answered')
    return { kind: 'answered', answer: JSON.parse(new TextDecoder().decode(reply.json)) as SelectionAnswer };
  if (reply.kind === 'cancelled') throw new ComparisonCancelled();
  if (reply.kind === 'refused' && reply.refusals.every(({ code }) => code === 'constraints_conflict'))
    return { kind: 'impossible' };
  throw selectionFailure(reply);
}
