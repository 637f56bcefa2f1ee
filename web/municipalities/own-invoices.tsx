import { InvoiceTable } from '../invoices/invoice-table.tsx';
import { inBoth } from '../language/language.ts';

const words = inBoth({ title: 'Kommunens fakturaer' }, { title: "The municipality's invoices" });

/** What has been issued to the municipality, with the documents. */
export function OwnInvoices({ municipality }: { readonly municipality: string }) {
  return (
    <section>
      <h2>{words().title}</h2>
      <InvoiceTable name={words().title} of={{ municipality }} />
    </section>
  );
}
