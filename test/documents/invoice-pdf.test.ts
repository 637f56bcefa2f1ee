import { describe, expect, it } from 'vitest';
import { invoicePdf } from '../../documents/pdf/invoice-pdf.ts';
import type { Invoice } from '../../src/invoicing/invoice.ts';
import { ore } from '../../src/money/ore.ts';
import { FULL_RUNS, ordinaryRun } from './full-run.ts';
import { elementsOf, readPdf } from './pdf-text.ts';

/** `1.234.567,05` with its sign, by hand: three digits at a time from the comma. */
function danish(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/(?<=\d)(?=(\d{3})+$)/g, '.');
  return `${amount < 0n ? '-' : ''}${whole},${digits.slice(-2)}`;
}

/** Every amount that the document of an invoice has to show, in no order. */
function amountsOf({ kind, lines, totals, basis }: Invoice): string[] {
  const sign = kind === 'credit-note' ? -1n : 1n;
  const bySolution = new Map<string, bigint>();
  for (const { solution, parts, amount } of lines) {
    const key = [solution, ...parts].join('/');
    bySolution.set(key, (bySolution.get(key) ?? 0n) + amount);
  }
  const named = new Set(lines.map(({ solution }) => solution));
  const solutions = basis.solutions.filter(({ solution }) => named.has(solution));
  const hasLeavers = solutions.some(({ membership }) => membership !== 0n);
  const shown = [...lines.map(({ amount }) => amount), ...bySolution.values(), ...Object.values(totals)];
  const explained = solutions.flatMap((each) => {
    const { basePrice, indexation, efficiency, membership, price, baseBudget, pool, annual, perCitizen } =
      each;
    const left = hasLeavers ? [membership] : [];
    return [basePrice, indexation, -efficiency, ...left, price, baseBudget, pool, annual, perCitizen];
  });
  const introduced = solutions.length === 0 ? [] : [basis.agreementPrice, basis.annual];
  return [...shown.map((amount) => amount * sign), ...explained, ...introduced].map(danish).toSorted();
}

function amountsIn(pages: readonly (readonly string[])[]): string[] {
  const found = pages
    .flat()
    .join(' ')
    .match(/-?\d{1,3}(\.\d{3})*,\d\d(?!\d| %)/g);
  return (found ?? []).toSorted();
}

/** Some invoices of every run: the first, those with most and fewest lines, and every fiftieth. */
const SAMPLES = FULL_RUNS.map(([run, invoices]): [string, Invoice[]] => {
  const byLength = invoices.toSorted((first, second) => first.lines.length - second.lines.length);
  const picked = [byLength[0], byLength.at(-1), ...invoices.filter((_, place) => place % 50 === 0)];
  return [run, picked.filter((invoice) => invoice !== undefined)];
});

const [first] = ordinaryRun;
if (first === undefined) throw new Error('a run has invoices');
const longest = ordinaryRun.reduce((long, each) => (each.lines.length > long.lines.length ? each : long));

describe('the PDF of an invoice', () => {
  it.each(SAMPLES)('shows every amount, and no other, in %s', async (_, invoices) => {
    for (const invoice of invoices) {
      const { pages } = await readPdf(await invoicePdf(invoice));
      const found =
        pages
          .flat()
          .join(' ')
          .match(/-?\d{1,3}(\.\d{3})*,\d\d(?!\d| %)/g) ?? [];
      expect(found.toSorted()).toEqual(amountsOf(invoice));
    }
  });

  it('says what has left with municipalities that withdraw', async () => {
    const solutions = first.basis.solutions.map((each, place) => ({
      ...each,
      membership: ore(BigInt(-place)),
    }));
    const invoice = { ...first, basis: { ...first.basis, solutions } };
    const { pages } = await readPdf(await invoicePdf(invoice));
    expect(pages.flat()).toContain('Udtræden');
    expect(amountsIn(pages)).toEqual(amountsOf(invoice));
  });

  it('says who pays what, when and how', async () => {
    const { pages } = await readPdf(await invoicePdf(first));
    const text = pages.flat().join(' ');
    const { number, recipient, payer } = first;
    for (const said of ['Faktura', number, payer.name, recipient.gln, recipient.department, '16-02-2026'])
      expect(text).toContain(said);
    expect(text).toContain(`kontonr. 0000123456. Skriv fakturanummeret ${number}`);
    expect(text).toContain('01-01-2026 – 30-06-2026');
  });

  it('says in Danish what a key counts', async () => {
    const { pages } = await readPdf(await invoicePdf(first));
    const text = pages.flat().join(' ');
    expect(text).toContain('indskrevne børn');
    expect(text).not.toContain('enrolled children');
  });

  it('of a credit note names what it corrects and asks for no payment', async () => {
    const creditNote = FULL_RUNS.flatMap(([, invoices]) => invoices).find(
      ({ kind }) => kind === 'credit-note',
    );
    if (creditNote === undefined) throw new Error('the runs have credit notes');
    const { pages, title } = await readPdf(await invoicePdf(creditNote));
    const text = pages.flat().join(' ');
    expect(title).toBe(`Kreditnota ${creditNote.number}`);
    expect(text).toContain(`Regulerer faktura ${creditNote.corrects?.number} af 15-01-2026`);
    expect(text).not.toContain('Betales senest');
  });

  it('numbers its pages, and repeats the header of a table that goes on', async () => {
    const { pages } = await readPdf(await invoicePdf(longest));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((pieces, place) => {
      expect(pieces.join(' ')).toContain(`side ${place + 1} af ${pages.length}`);
    });
    expect(pages[1]?.slice(0, 2)).toEqual(['Ydelse', 'Kr. uden moms']);
  });

  it('is tagged, in Danish, with a title: headings, and tables whose headers are headers', async () => {
    const { elements, language, title } = await readPdf(await invoicePdf(first));
    const count = (role: string) => elements.flatMap((element) => elementsOf(element, role)).length;
    expect(language).toBe('da-DK');
    expect(title).toBe(`Faktura ${first.number}`);
    expect(count('H1')).toBe(1);
    expect(count('H2')).toBeGreaterThanOrEqual(3);
    expect(count('Table')).toBeGreaterThanOrEqual(4);
    expect(count('TH')).toBeGreaterThan(count('TR'));
  });

  it('is the same bytes every time', async () => {
    expect(await invoicePdf(structuredClone(first))).toEqual(await invoicePdf(first));
  });

  it('shows text that tries to break out as text, and cuts off what fits no page', async () => {
    const { recipient, lines, payer } = first;
    const loud = await readPdf(
      await invoicePdf({
        ...first,
        payer: { ...payer, name: 'Bjørnø & Ærø (1) \\ <b> \u202Ebort' },
        recipient: { ...recipient, orderReference: 'x'.repeat(10_000), department: 'EMC\nET Q) Tj' },
        note: 'Ny pris. '.repeat(1500),
        lines: lines.map((line) => ({ ...line, solutionTitle: 'Aula '.repeat(500) })),
      }),
    );
    const text = loud.pages.flat().join(' ');
    expect(text).toContain('Bjørnø & Ærø (1) \\ <b> bort');
    expect(text).toContain('EMC ET Q) Tj');
    expect(text.match(/x/g)?.length).toBeLessThan(1000);
    expect(text.match(/pris\./g)).toHaveLength(1500);
  });
});
