import { loadAgreement } from '../data/load-agreement.ts';
import type { LoadedData } from './calculation/catalogue.ts';

const file = (path: string) => new URL(`../${path}`, import.meta.url).pathname;

/** Everything that is shipped with the program. */
export async function loadData(): Promise<LoadedData> {
  return { agreements: [await loadAgreement(file('data/k98-example.agreement.json'))], scenarios: [] };
}
