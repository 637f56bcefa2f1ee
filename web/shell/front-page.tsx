import { useEffect } from 'preact/hooks';
import { addressOf, usePageState } from './location.ts';

/** The address that `npm start` prints leads to the overview. */
export function FrontPage() {
  const { go } = usePageState();
  useEffect(() => go(addressOf('/overblik')), []);
  return null;
}
