import type { ComponentChildren } from 'preact';
import { Cancelled } from '../api/problem.ts';
import type { Answer } from '../api/use-answer.ts';
import { inBoth } from '../language/language.ts';
import { FailureNotice } from './failure-notice.tsx';

const words = inBoth(
  { loading: 'Henter …', before: 'Det, der står nedenfor, er fra før.' },
  { loading: 'Loading …', before: 'What stands below is from before.' },
);

/** Shows what was answered; before that a quiet line, and instead of it what went wrong. */
export function Loaded<T>({
  answer,
  children,
}: {
  readonly answer: Answer<T>;
  readonly children: (value: T) => ComponentChildren;
}) {
  const { value, failure, isAwaited, ask } = answer;
  return (
    <>
      {failure !== undefined && <FailureNotice failure={failure} retry={ask} />}
      {value === undefined && failure === undefined && <p class="loading">{words().loading}</p>}
      {value !== undefined && failure instanceof Cancelled && <p>{words().before}</p>}
      {value !== undefined && (
        <div class="loaded" aria-busy={isAwaited}>
          {children(value)}
        </div>
      )}
    </>
  );
}
