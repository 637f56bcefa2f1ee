import { describe, expect, it } from 'vitest';
import { invoiceBytes } from '../../api/invoicing/invoice-bytes.ts';
import { DOCUMENT_FORMATS } from '../../documents/formats.ts';
import { invariant } from '../../src/refusal.ts';
import { readInvoice } from '../../store/invoices/read-invoices.ts';
import { smallAgreement } from './small-app.ts';
import { client, store } from './small-service.ts';

await client.issued('first', { agreement: 'small', year: 2026, instalment: 1 });
const forms = DOCUMENT_FORMATS.map(({ mediaType, format }) => [mediaType, `?format=${format}`] as const);
const [peppol] = DOCUMENT_FORMATS;
invariant(peppol !== undefined, 'there is a format');

async function allForms(number: string): Promise<string[]> {
  const json = await client.document(number, 'application/json');
  const others = await Promise.all(forms.map(([accept, query]) => client.document(number, accept, query)));
  return [json, ...others].map((bytes) => bytes.toString('latin1'));
}

describe('the bytes of an issued invoice', () => {
  it('stay the same whatever is published, corrected or reversed later', async () => {
    const before = await allForms('2026000001');
    const changed = smallAgreement();
    const corrected = {
      ...changed,
      version: '2',
      title: { da: 'Et andet navn', en: 'Another name' },
      solutions: changed.solutions.map((solution) => ({ ...solution, key: { kind: 'equal' as const } })),
    };
    const published = await client.send('PUT', '/v1/agreements/small', corrected, { 'if-match': '"1"' });
    expect(published.status).toBe(200);
    await client.issued('corrected', {
      purpose: 'correction',
      agreement: 'small',
      year: 2026,
      note: 'Ny fordelingsnøgle',
    });
    await client.issued('reversed', {
      purpose: 'reversal',
      agreement: 'small',
      year: 2026,
      invoices: ['2026000001'],
      note: 'Fejl',
    });
    expect(await allForms('2026000001')).toEqual(before);
  });

  it('stay the same when their writer changes', async () => {
    const invoice = await readInvoice(store.database.query, '2026000001');
    invariant(invoice !== undefined, 'the invoice was issued');
    const issued = await client.document('2026000001', 'application/xml');
    const rewritten = { ...peppol, edition: 2, write: () => 'otherwise' };
    expect(Buffer.from(await invoiceBytes(store, invoice, rewritten))).toEqual(issued);
  });

  it('in a format that came later are those that were given first', async () => {
    const invoice = await readInvoice(store.database.query, '2026000001');
    invariant(invoice !== undefined, 'the invoice was issued');
    const later = (text: string) => ({ ...peppol, format: 'later', write: () => text });
    const first = await invoiceBytes(store, invoice, later('first'));
    expect(Buffer.from(first).toString()).toBe('first');
    expect(await invoiceBytes(store, invoice, later('second'))).toEqual(first);
  });
});
