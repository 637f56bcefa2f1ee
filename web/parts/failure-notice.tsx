import { Cancelled, messageOf, Refused } from '../api/problem.ts';
import { inBoth } from '../language/language.ts';
import { Notice } from './notice.tsx';

const words = inBoth({ again: 'Prøv igen', login: 'Log ind' }, { again: 'Try again', login: 'Log in' });

/** What went wrong in plain words, and what can be done about it. */
export function FailureNotice({
  failure,
  retry,
}: {
  readonly failure: unknown;
  readonly retry?: () => void;
}) {
  const mustLogIn = failure instanceof Refused && failure.problem.status === 401;
  const isWanted = failure instanceof Cancelled;
  return (
    <div role={isWanted ? 'status' : 'alert'}>
      <Notice kind={isWanted ? 'info' : 'error'}>
        <p>{messageOf(failure)}</p>
        {mustLogIn && (
          <a
            class="button"
            href={`/login?returnTo=${encodeURIComponent(location.pathname + location.search)}`}
          >
            {words().login}
          </a>
        )}
        {retry !== undefined && !mustLogIn && (
          <button type="button" class="button button-secondary" onClick={retry}>
            {words().again}
          </button>
        )}
      </Notice>
    </div>
  );
}
