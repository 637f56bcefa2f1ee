import { readFile } from 'node:fs/promises';
import { splitPlansSchema } from '../data/schema/split-plan.ts';
import { splitPlansFromDocument } from '../data/split-plans/split-plans-from-document.ts';
import { DOCUMENT_FORMATS } from '../documents/formats.ts';
import { type ZipEntry, zipStream } from '../documents/zip/zip-stream.ts';
import { draftInvoices } from '../src/invoicing/draft-invoices.ts';
import type { Invoice } from '../src/invoicing/invoice.ts';
import { issueInvoice } from '../src/invoicing/issue-invoice.ts';
import { priceYear } from '../src/pricing/price-year.ts';
import { shareYears } from '../src/sharing/share-years.ts';
import { exampleAgreement, granted } from './example.ts';
import { besideLimit, type Row } from './row.ts';

/** What 300 documents of a format may take. */
const LIMIT_MS: Readonly<Record<string, number>> = { peppol: 1_000, pdf: 5_000 };
const OTHER_LIMIT_MS = 5_000;
const MEGABYTE = 1024 * 1024;

/** All documents of a full run of 98 municipalities, and the memory that their zip takes while it is sent. */
export async function measureDocuments(): Promise<Row[]> {
  const invoices = await fullRun();
  const rows: Row[] = [];
  for (const { format, write } of DOCUMENT_FORMATS) {
    await write(invoices[0] ?? missing());
    const start = performance.now();
    for (const invoice of invoices) await write(invoice);
    const what = `${invoices.length} invoices as ${format}`;
    rows.push(
      besideLimit({ what, milliseconds: performance.now() - start }, LIMIT_MS[format] ?? OTHER_LIMIT_MS),
    );
  }
  const quarter = await zipPeak(invoices.slice(0, invoices.length / 4));
  const whole = await zipPeak(invoices);
  console.log(
    `zip at its height: ${quarter.toFixed(0)} MB for a quarter of the run, ${whole.toFixed(0)} MB for all of it`,
  );
  return rows;
}

async function fullRun(): Promise<Invoice[]> {
  const agreement = await exampleAgreement();
  const file = new URL('../data/k98-example.split-plans.json', import.meta.url);
  const { plans } = splitPlansSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const price = granted(priceYear(agreement, 2026));
  const [shares] = granted(shareYears([price]));
  const year = {
    price,
    shares: shares ?? missing(),
    plans: granted(splitPlansFromDocument(plans, agreement)),
  };
  const drafts = granted(draftInvoices(year, { year: 2026, frequency: 'half-yearly', number: 1 }));
  const terms = JSON.parse(
    await readFile(new URL('../data/k98-example.invoicing.json', import.meta.url), 'utf8'),
  );
  return drafts.map((draft, place) =>
    issueInvoice(draft, {
      number: String(2_026_000_001 + place),
      issueDate: '2026-01-15',
      dueDate: '2026-02-16',
      seller: terms.seller,
    }),
  );
}

/** The most memory in MB that is in use beyond what there was before, while every document of a run goes through the zip. */
async function zipPeak(invoices: readonly Invoice[]): Promise<number> {
  const before = process.memoryUsage().rss;
  let most = before;
  for await (const piece of zipStream(documentsOf(invoices))) {
    if (piece.length > 0) most = Math.max(most, process.memoryUsage().rss);
  }
  return (most - before) / MEGABYTE;
}

async function* documentsOf(invoices: readonly Invoice[]): AsyncGenerator<ZipEntry> {
  for (const invoice of invoices) {
    for (const { format, fileEnding, write } of DOCUMENT_FORMATS)
      yield { name: `${format}/${invoice.number}.${fileEnding}`, bytes: Buffer.from(await write(invoice)) };
  }
}

function missing(): never {
  throw new Error('the example has invoices');
}
