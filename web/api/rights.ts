import { whoAmI } from './client.ts';
import { useAnswer } from './use-answer.ts';

/** Whether the user may do something, at least to what is their own. Who may not is not offered it; the service decides. */
export function useRight(right: string): boolean {
  const { value: me } = useAnswer('me', whoAmI);
  return me?.rights.includes(right) ?? false;
}
