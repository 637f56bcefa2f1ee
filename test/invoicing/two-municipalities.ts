import type { InvoicingYear } from '../../src/invoicing/draft-invoices.ts';
import { glnFromText } from '../../src/invoicing/gln.ts';
import type { PlanLine, SplitPlan } from '../../src/invoicing/split-plan.ts';
import {
  buildAgreement,
  buildIndex,
  buildMunicipality,
  buildSolution,
} from '../agreement/build-agreement.ts';
import { invoicingYear } from './invoicing-year.ts';

/** Aula at a price for 2026, `operations` and `business` three to one, shared equally by 0101 and 0851. */
export function twoMunicipalities(annualKroner: string, lines: readonly PlanLine[] = []): InvoicingYear {
  const [whole = '0', decimals = '00'] = annualKroner.split('.');
  const quarter = `${BigInt(whole) / 4n}.${decimals}`;
  const rest = `${BigInt(whole) - BigInt(whole) / 4n}.00`;
  const agreement = buildAgreement({
    solutions: [buildSolution('aula', { operations: rest, business: quarter })],
    municipalities: [buildMunicipality('0101', 10n), buildMunicipality('0851', 10n)],
    index: [buildIndex(2026, { combined: '0' })],
  });
  return invoicingYear(
    agreement,
    agreement.municipalities.map(({ municipality }) => buildPlan(municipality, lines)),
  );
}

/** From 2025 on; `finance` is the default recipient, the others are those that the lines name. */
export function buildPlan(municipality: string, lines: readonly PlanLine[] = []): SplitPlan {
  const named = JSON.stringify(lines);
  const others = ['care', 'schools'].filter((recipient) => named.includes(`"${recipient}"`));
  return {
    municipality,
    validFrom: '2025-01-01',
    defaultRecipient: 'finance',
    recipients: [...others, 'finance'].toSorted().map((recipient) => ({
      recipient,
      gln: glnFromText('5798009883735'),
      department: `Afdeling ${recipient}`,
    })),
    lines,
  };
}
