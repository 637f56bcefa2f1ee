import type { z } from 'zod';
import type { selectionRequestSchema } from '../../data/schema/selection.ts';
import { type SelectionAnswer, selectionAnswerSchema } from '../../data/schema/selection-answer.ts';
import { answerRequest } from '../../selection/answer-request.ts';
import { highsSolver } from '../../selection/highs.ts';
import { pointerTo } from '../../src/pointer.ts';
import type { Refusal } from '../../src/refusal.ts';

/** A request as one writes it, with what has a default left out. */
export type RequestDocument = z.input<typeof selectionRequestSchema>;

const solver = await highsSolver();

/** Time stands still unless a test says otherwise, so nothing is ever out of time. */
const reply = (document: RequestDocument, now = () => 0) => answerRequest(document, solver, now);

/** The answer, which has the form that it is described by. */
export function answered(document: RequestDocument, now?: () => number): SelectionAnswer {
  const replied = reply(document, now);
  if (replied.kind !== 'answered') throw new Error(JSON.stringify(replied.refusals));
  return selectionAnswerSchema.parse(replied.answer);
}

export function refusalsOf(document: RequestDocument): readonly Refusal[] {
  const replied = reply(document);
  return replied.kind === 'answered' ? [] : replied.refusals;
}

/** Each refusal as its pointer and its code. */
export function refusedAt(document: RequestDocument): string[] {
  return refusalsOf(document).map(({ path, code }) => `${pointerTo(path)} ${code}`);
}

export function selectedBy(document: RequestDocument): readonly string[] {
  return answered(document).selected;
}

/** What became of one initiative. */
export function initiativeIn({ initiatives }: SelectionAnswer, id: string) {
  const found = initiatives.find((initiative) => initiative.id === id);
  if (found === undefined) throw new Error(`the answer does not speak of ${id}`);
  return found;
}

/** The chosen amounts in øre. */
export function amountsIn({ initiatives }: SelectionAnswer): Map<string, number> {
  return new Map(
    initiatives
      .filter(({ chosen }) => chosen)
      .map(({ id, amount }) => [id, Math.round(Number(amount) * 100)]),
  );
}
