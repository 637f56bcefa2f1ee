import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import { loadedAgreement } from '../../data/load-agreement.ts';
import { loadInvoicing } from '../../data/load-invoicing.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { Store } from '../../store/write.ts';
import { smallDocument } from '../data/small-document.ts';
import { acceptedValue } from '../results.ts';
import { buildPlan } from './two-municipalities.ts';

const { ruleSets } = await loadData();
const example = await loadInvoicing('data/k98-example.invoicing.json');
/** Thresholds as small as the amounts are. */
const terms = { ...example, thresholds: { share: '0.10', amount: '10.00' } };

/** The agreement `small` of two municipalities that stay, with an index up to 2029: runs of it are issued at once. */
export function smallAgreement(): AgreementDocument {
  const document = smallDocument();
  const [index] = document.index;
  if (index === undefined) throw new Error('the small agreement has an index');
  return {
    ...document,
    index: [...document.index, { ...index, year: 2028 }, { ...index, year: 2029 }],
    municipalities: document.municipalities.map((member) => ({
      ...member,
      membership: [{ firstYear: 2025 }],
    })),
  };
}

/** The application with the small agreement alone, and a plan for each of its municipalities. */
export function buildSmallApp(store: Store, document: AgreementDocument = smallAgreement()) {
  const loaded = acceptedValue(loadedAgreement(document));
  const schools = { kind: 'recipient', recipient: 'schools' } as const;
  const plans = loaded.agreement.municipalities.map(({ municipality }) =>
    buildPlan(municipality, [{ solution: 'aula', destination: schools }]),
  );
  const data = {
    agreements: [loaded],
    portfolios: [],
    scenarios: [],
    ruleSets,
    invoicing: new Map([[document.agreement, { terms, plans }]]),
  };
  const report = (failure: unknown) => {
    throw failure;
  };
  return buildApp(data, { report, store });
}
