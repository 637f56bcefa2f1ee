import type { Selectable } from 'kysely';
import type { Invoice } from '../../src/invoicing/invoice.ts';
import type { RunPurpose } from '../../src/invoicing/run.ts';
import { type Ore, ore } from '../../src/money/ore.ts';
import type { Tables } from '../tables.ts';

/** What is known of an issued invoice without reading it. */
export interface IssuedInvoice {
  readonly number: string;
  readonly seq: bigint;
  readonly series: string;
  readonly run: string;
  readonly purpose: RunPurpose;
  readonly kind: Invoice['kind'];
  readonly agreement: string;
  readonly year: number;
  readonly frequency: string;
  readonly instalment: number;
  readonly municipality: string;
  readonly recipient: string;
  /** YYYY-MM-DD. */
  readonly issueDate: string;
  readonly dueDate: string;
  readonly net: Ore;
  readonly vat: Ore;
  readonly payable: Ore;
  /** The number of the invoice that it corrects. */
  readonly corrects?: string;
  readonly issuedBy: string;
  readonly isShared: boolean;
  /** SHA-256 of its canonical JSON. */
  readonly hash: string;
}

/** The columns of `invoices` that `issuedInvoice` reads: all but the invoice itself. */
export const HEAD_COLUMNS = [
  'number',
  'seq',
  'series',
  'run',
  'purpose',
  'kind',
  'agreement',
  'year',
  'frequency',
  'instalment',
  'municipality',
  'recipient',
  'issue_date',
  'due_date',
  'net_ore',
  'vat_ore',
  'payable_ore',
  'corrects',
  'issued_by',
  'shared',
  'body_hash',
] as const;

type Row = Pick<Selectable<Tables['invoices']>, (typeof HEAD_COLUMNS)[number]>;

export function issuedInvoice(row: Row): IssuedInvoice {
  const { number, seq, series, run, purpose, kind, agreement, frequency, municipality, recipient } = row;
  return {
    ...{ number, seq, series, run, purpose, kind, agreement, frequency, municipality, recipient },
    year: Number(row.year),
    instalment: Number(row.instalment),
    issueDate: row.issue_date,
    dueDate: row.due_date,
    net: ore(row.net_ore),
    vat: ore(row.vat_ore),
    payable: ore(row.payable_ore),
    ...(row.corrects !== null && { corrects: row.corrects }),
    issuedBy: row.issued_by,
    isShared: row.shared === 1n,
    hash: row.body_hash,
  };
}
