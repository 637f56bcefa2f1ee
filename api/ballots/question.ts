import type { BallotDocument } from '../../data/schema/ballot.ts';
import { rateFromText } from '../../src/money/rate.ts';
import type { Question } from '../../src/prioritisation/ballot/ballot.ts';

/** What a kept ballot asks. */
export function questionOf({ initiatives, form }: BallotDocument): Question {
  return {
    initiatives: initiatives.map(({ id }) => id),
    form: form.kind === 'score' ? { kind: 'score', most: rateFromText(form.most) } : form,
  };
}
