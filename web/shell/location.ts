import { useLocation } from 'preact-iso';
import { announceChange } from './arrival.ts';

/** What an address says beside its path: everything that a link to this state of the page must carry. */
export type Query = Readonly<Record<string, string | undefined>>;

/** An address with a query; what is undefined or empty is left out. Unless it names another, it stays with the agreement (`aftale`). */
export function addressOf(path: string, query: Query = {}): string {
  const { aftale = agreementHere() } = query;
  const parts = Object.entries({ ...query, aftale }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
}

/** Which agreement the page is about, where the address says so. */
function agreementHere(): string | undefined {
  return new URLSearchParams(location.search).get('aftale') ?? undefined;
}

/** The state of the page that stands in its address, and ways to change it. */
export interface PageState {
  readonly path: string;
  readonly query: Query;
  /** The address that differs from this one in what is named: for links. */
  readonly withQuery: (changes: Query) => string;
  /** Goes there. `replacing` leaves no step for the browser's back button. */
  readonly set: (changes: Query, options?: { readonly replacing?: boolean }) => void;
  readonly go: (address: string) => void;
}

export function usePageState(): PageState {
  const { path, query, route } = useLocation();
  const withQuery = (changes: Query) => addressOf(path, { ...query, ...changes });
  return {
    path,
    query,
    withQuery,
    set: (changes, { replacing = false } = {}) => changeAddress(route, withQuery(changes), replacing),
    go: (address) => changeAddress(route, address),
  };
}

/** What the page does to its address by itself, and not because somebody followed a link. */
export function changeAddress(
  route: ReturnType<typeof useLocation>['route'],
  address: string,
  isReplacing = false,
): void {
  announceChange({ address, isReplacing });
  route(address, isReplacing);
}
