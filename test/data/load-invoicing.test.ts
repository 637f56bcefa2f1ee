import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadInvoicing, termsFromDocument } from '../../data/load-invoicing.ts';
import { checkForm } from '../../data/schema/describe-issues.ts';
import { invoicingSchema } from '../../data/schema/invoicing.ts';
import { pointerTo } from '../../src/pointer.ts';
import { refusalsOf } from '../results.ts';
import { type Change, changed } from './changed.ts';

const FILE = 'data/k98-example.invoicing.json';

describe('the terms of invoicing', () => {
  it('of the example are half-yearly, due in 30 days, sent by nobody real', async () => {
    const terms = termsFromDocument(await loadInvoicing(FILE));
    expect(terms).toMatchObject({ frequency: 'half-yearly', paymentTermDays: 30 });
    expect(terms.seller.name).toContain('ikke en rigtig afsender');
    expect(terms.thresholds.amount).toBe(1_000_000n);
  });

  it.each<[string, Change, string]>([
    [
      'an account of eleven digits',
      ['seller', 'payment', 'account', '12345678901'],
      '/seller/payment/account digits_form',
    ],
    [
      'a registration number of zeros, which OIOUBL takes for none',
      ['seller', 'payment', 'registration', '0000'],
      '/seller/payment/registration digits_form',
    ],
    [
      'a creditor number beside an account',
      ['seller', 'payment', 'creditor', '80000000'],
      '/seller/payment/creditor field_unknown',
    ],
    ['another way to pay', ['seller', 'payment', 'kind', 'cheque'], '/seller/payment/kind kind_unknown'],
    ['a CVR number with its country', ['seller', 'cvr', 'DK10203040'], '/seller/cvr cvr_form'],
    ['another frequency', ['frequency', 'weekly'], '/frequency value_not_allowed'],
    ['a share above the whole', ['thresholds', 'share', '1.1'], '/thresholds/share share_range'],
  ])('are refused for %s', async (_, change, place) => {
    const document = JSON.parse(await readFile(FILE, 'utf8'));
    const refusals = refusalsOf(checkForm(invoicingSchema, changed(document, change)));
    expect(refusals.map(({ code, path }) => `${pointerTo(path)} ${code}`)).toEqual([place]);
  });
});
