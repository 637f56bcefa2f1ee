import { defined, type Field } from '../field.ts';
import type { Rational } from '../rational.ts';

/** Where a plan sends something: to one recipient, or by shares to parts that are divided in turn. */
export type Destination =
  | { readonly recipient: string; readonly accountString?: string }
  | { readonly parts: readonly Part[] };

export interface Part {
  readonly part: string;
  readonly share: Rational;
  readonly destination: Destination;
}

export interface Plan {
  readonly municipality: string;
  readonly validFrom: string;
  readonly validTo?: string;
  readonly defaultRecipient: string;
  /** GLN by the name of the recipient. */
  readonly recipients: ReadonlyMap<string, string>;
  readonly lines: readonly {
    readonly solution: string;
    readonly component?: string;
    readonly destination: Destination;
  }[];
}

export interface Line {
  readonly pointer: string;
  readonly solution: string;
  readonly component: string;
  readonly parts: readonly string[];
  readonly accountString?: string;
  readonly ore: bigint;
}

export interface Invoice {
  readonly pointer: string;
  readonly number: string;
  readonly kind: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly municipality: string;
  readonly recipient: string;
  readonly gln: string;
  readonly instalment: number;
  readonly frequency: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly corrects?: string;
  readonly lines: readonly Line[];
  readonly net: unknown;
  readonly vat: unknown;
  readonly payable: unknown;
}

/** A run as its evidence has it: what it is for, by which plans, what was issued before it, and its invoices. */
export interface Run {
  readonly purpose: string;
  readonly year: number;
  readonly plans: readonly Plan[];
  readonly before: readonly Invoice[];
  readonly invoices: readonly Invoice[];
}

export function readRun(run: Field): Run {
  return {
    purpose: run.at('purpose').text(),
    year: run.at('year').whole(),
    plans: run.at('plans').items().map(readPlan),
    before: run.at('before').items().map(readInvoice),
    invoices: run.at('invoices').items().map(readInvoice),
  };
}

function readPlan(plan: Field): Plan {
  return {
    municipality: plan.at('municipality').text(),
    validFrom: plan.at('validFrom').text(),
    ...defined('validTo', plan.optional('validTo')?.text()),
    defaultRecipient: plan.at('defaultRecipient').text(),
    recipients: new Map(
      plan
        .at('recipients')
        .items()
        .map((recipient) => [recipient.at('recipient').text(), recipient.at('gln').text()]),
    ),
    lines: plan
      .at('lines')
      .items()
      .map((line) => ({
        solution: line.at('solution').text(),
        ...defined('component', line.optional('component')?.text()),
        destination: readDestination(line),
      })),
  };
}

function readDestination(line: Field): Destination {
  const parts = line.optional('parts');
  if (parts === undefined) {
    const accountString = line.optional('accountString')?.text();
    return { recipient: line.at('recipient').text(), ...defined('accountString', accountString) };
  }
  return {
    parts: parts.items().map((part) => ({
      part: part.at('part').text(),
      share: part.at('share').decimal(),
      destination: readDestination(part),
    })),
  };
}

function readInvoice(invoice: Field): Invoice {
  const [recipient, instalment] = [invoice.at('recipient'), invoice.at('instalment')];
  const [period, totals] = [invoice.at('period'), invoice.at('totals')];
  return {
    pointer: invoice.pointer,
    number: invoice.at('number').text(),
    kind: invoice.at('kind').text(),
    issueDate: invoice.at('issueDate').text(),
    dueDate: invoice.at('dueDate').text(),
    municipality: invoice.at('payer').at('municipality').text(),
    recipient: recipient.at('recipient').text(),
    gln: recipient.at('gln').text(),
    year: instalment.at('year').whole(),
    instalment: instalment.at('number').whole(),
    frequency: instalment.at('frequency').text(),
    from: period.at('from').text(),
    to: period.at('to').text(),
    ...defined('corrects', invoice.optional('corrects')?.at('number').text()),
    lines: invoice.at('lines').items().map(readLine),
    net: totals.at('net').value,
    vat: totals.at('vat').value,
    payable: totals.at('payable').value,
  };
}

function readLine(line: Field): Line {
  return {
    pointer: line.pointer,
    solution: line.at('solution').text(),
    component: line.at('component').text(),
    parts: line
      .at('parts')
      .items()
      .map((part) => part.text()),
    ...defined('accountString', line.optional('accountString')?.text()),
    ore: line.at('amount').ore(),
  };
}
