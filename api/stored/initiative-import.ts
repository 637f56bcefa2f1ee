import { checkInitiatives } from '../../data/checks/initiatives.ts';
import { atRow, type TabledInitiative } from '../../data/initiative-table/initiatives-from-rows.ts';
import type { InitiativeDocument } from '../../data/schema/proposal.ts';
import type { Identity } from '../../src/access/identity.ts';
import { permits } from '../../src/access/permissions.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { rateFromText, rateText } from '../../src/money/rate.ts';
import { accepted, collect, type Refusal, type Result, refused } from '../../src/refusal.ts';
import { canonicalText } from '../../src/result-hash.ts';
import { type ResourceVersion, readResource } from '../../store/resource-versions.ts';
import { createResource, updateResource } from '../../store/resources.ts';
import { type Store, type WriteUnderWay, write } from '../../store/write.ts';
import { requestRefusal } from '../request-refusals.ts';
import type { KeptInitiative } from './initiative-kind.ts';
import { ownership } from './operations.ts';
import { belongingOf } from './stored-answer.ts';

/** What an import did, by id. */
export interface ImportedInitiatives {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
}

/** A kept initiative as a document; its id is that of the kept thing. */
export function documentOf(
  id: string,
  { agreement: _, shared: __, ...document }: KeptInitiative,
): InitiativeDocument {
  return { id, ...document };
}

/**
 * Keeps the initiatives of a table: new ones under their ids, others as a new version where the table says something else. All of them or
 * none: refused with everything that is wrong beside what else is kept, each with its row and column.
 *
 * @param portfolio what is kept of the agreement already
 */
export async function importInitiatives(
  { store, identity }: { readonly store: Store; readonly identity: Identity },
  agreement: Agreement,
  rows: readonly TabledInitiative[],
  portfolio: readonly InitiativeDocument[],
): Promise<Result<ImportedInitiatives>> {
  const refusals = wrongIn(rows, portfolio, agreement);
  if (refusals.length > 0) return refused(...refusals);
  const id = agreement.agreement;
  const act = {
    actor: identity.subject,
    action: 'initiatives.import',
    target: `agreements/${id}/initiatives`,
    detail: { rows: rows.length },
  };
  return write(store, act, async (under) => {
    const steps: Result<Step>[] = [];
    for (const row of rows) steps.push(await keepRow(under, identity, id, row));
    const done = collect(steps);
    if (!done.ok) return done;
    const idsOf = (kind: Step['kind']) =>
      done.value.filter((step) => step.kind === kind).map((step) => step.initiative);
    const value = { created: idsOf('created'), changed: idsOf('changed'), unchanged: idsOf('unchanged') };
    return accepted({ value, isRepeat: value.created.length + value.changed.length === 0 });
  });
}

/** What the rows contradict, among themselves and with what else is kept. */
function wrongIn(
  rows: readonly TabledInitiative[],
  portfolio: readonly InitiativeDocument[],
  agreement: Agreement,
): Refusal[] {
  const tabled = new Set(rows.map(({ document }) => document.id));
  const others = portfolio.filter(({ id }) => !tabled.has(id));
  return checkInitiatives([...rows.map(({ document }) => document), ...others], agreement).flatMap(
    (refusal) => {
      const [, place, ...path] = refusal.path;
      const row = rows[Number(place)];
      return row === undefined ? [] : [atRow(row, { ...refusal, path })];
    },
  );
}

interface Step {
  readonly kind: 'created' | 'changed' | 'unchanged';
  readonly initiative: string;
}

async function keepRow(
  under: WriteUnderWay,
  identity: Identity,
  agreement: string,
  row: TabledInitiative,
): Promise<Result<Step>> {
  const { id: initiative, ...fields } = row.document;
  const key = { kind: 'initiatives', id: initiative };
  const kept = await readResource(under.transaction, key);
  const body: KeptInitiative = {
    agreement,
    ...fields,
    ...(row.shared !== undefined && { shared: row.shared }),
  };
  const version = { body, state: kept?.state ?? 'draft', action: 'import', reason: '' };
  if (kept === undefined) {
    const created = await createResource(under, { ...key, ...ownership(identity) }, version);
    return created.ok ? accepted({ kind: 'created', initiative }) : atId(row, created.refusals);
  }
  if (saysTheSame(kept, initiative, body)) return accepted({ kind: 'unchanged', initiative });
  if (!permits(identity, 'initiative.write', belongingOf(kept)) || kept.state === SHIPPED)
    return atId(row, [requestRefusal('right_missing')]);
  const updated = await updateResource(under, key, kept.version, version);
  return updated.ok ? accepted({ kind: 'changed', initiative }) : atId(row, updated.refusals);
}

/** What is shipped with the program stays as it is. */
const SHIPPED = 'shipped';

function saysTheSame({ body }: ResourceVersion, id: string, now: KeptInitiative): boolean {
  const before = body as KeptInitiative;
  const textOf = (one: KeptInitiative) =>
    canonicalText({
      agreement: one.agreement,
      shared: one.shared ?? false,
      ...inShortDecimals(documentOf(id, one)),
    });
  return textOf(before) === textOf(now);
}

/** A spreadsheet has no trailing zeros. */
function inShortDecimals({ minShare, benefit, costs, ...document }: InitiativeDocument) {
  const short = (text: string) => rateText(rateFromText(text));
  const scores = Object.entries(benefit?.scores ?? {}).map(([name, score]) => [name, short(score)]);
  return {
    ...document,
    costs: costs.toSorted((first, second) => first.year - second.year),
    minShare: minShare === undefined ? null : short(minShare),
    benefit: { perYear: benefit?.perYear ?? null, scores: Object.fromEntries(scores) },
  };
}

function atId(row: TabledInitiative, refusals: readonly Refusal[]): Result<never> {
  return refused(...refusals.map((refusal) => atRow(row, { ...refusal, path: ['id'] })));
}
