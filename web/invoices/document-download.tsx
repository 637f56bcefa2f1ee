import { language } from '../language/language.ts';
import { Icon } from '../parts/icon.tsx';

/** The forms in which an invoice can be fetched; the service decides by `Accept` and `format`. */
const FORMS = [
  { name: 'PDF', accept: 'application/pdf', query: '', ending: 'pdf' },
  { name: 'Peppol', accept: 'application/xml', query: '?format=peppol', ending: 'xml' },
  { name: 'OIOUBL', accept: 'application/xml', query: '?format=oioubl', ending: 'oioubl.xml' },
  { name: 'CSV', accept: 'text/csv', query: '', ending: 'csv' },
] as const;

/** Buttons that fetch an invoice's documents as they were issued. */
export function DocumentDownload({ number }: { readonly number: string }) {
  return (
    <span class="actions">
      {FORMS.map((form) => (
        <button
          key={form.name}
          type="button"
          class="button-plain"
          aria-label={`${form.name} ${number}`}
          onClick={() => save(`/v1/invoices/${number}${form.query}`, form.accept, `${number}.${form.ending}`)}
        >
          <Icon name="download" /> {form.name}
        </button>
      ))}
    </span>
  );
}

async function save(address: string, accept: string, fileName: string): Promise<void> {
  const answer = await fetch(address, { headers: { accept, 'accept-language': language.value } });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const link = Object.assign(document.createElement('a'), {
    href: URL.createObjectURL(await answer.blob()),
    download: fileName,
  });
  link.click();
  URL.revokeObjectURL(link.href);
}
