import { useState } from 'preact/hooks';
import { answered, api, type Schemas } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { inBoth, language } from '../language/language.ts';
import { Field } from '../parts/field.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageActions } from '../parts/page-actions.tsx';
import { usePageState } from '../shell/location.ts';
import { PageHeading } from '../shell/page-heading.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';

const words = inBoth(
  {
    title: 'Revision',
    lead: 'Alt, hvad der er skrevet, besluttet og afvist. Loggen kan kun vokse, og hver post er kædet sammen med den før.',
    actor: 'Hvem',
    action: 'Handling',
    target: 'Hvad',
    show: 'Vis',
    earlier: 'Fra begyndelsen',
    later: 'Senere poster',
    seq: 'Nr.',
    at: 'Hvornår',
    hash: 'Kædens hash',
    detail: 'Nærmere',
    name: 'Revisionslog',
    none: 'Ingen poster passer til det, der søges efter.',
  },
  {
    title: 'Audit',
    lead: 'Everything that was written, decided and refused. The log can only grow, and each entry is chained to the one before.',
    actor: 'Who',
    action: 'Action',
    target: 'What',
    show: 'Show',
    earlier: 'From the beginning',
    later: 'Later entries',
    seq: 'No.',
    at: 'When',
    hash: 'Hash of the chain',
    detail: 'Detail',
    name: 'Audit log',
    none: 'No entries match.',
  },
);

type AuditEntry = Schemas['AuditEntry'];

const FILTERS = ['actor', 'action', 'target'] as const;
type Filter = Partial<Record<(typeof FILTERS)[number], string>>;

/** The audit log, page by page, oldest first. */
export default function AuditPage() {
  const { query, set } = usePageState();
  const filter = Object.fromEntries(
    FILTERS.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])),
  );
  const entries = useEntries(filter, query.efter);
  return (
    <>
      <PageHeading title={words().title} lead={words().lead}>
        <PageActions />
      </PageHeading>
      <FilterFields
        key={JSON.stringify(filter)}
        filter={filter}
        onChoose={(chosen) => set({ ...chosen, efter: undefined })}
      />
      <Loaded answer={entries}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? (
              <p>{words().none}</p>
            ) : (
              <DataTable name={words().name} columns={columns()} rows={items} rowKey={({ hash }) => hash} />
            )}
            <p class="actions">
              {query.efter !== undefined && (
                <button
                  type="button"
                  class="button button-secondary"
                  onClick={() => set({ efter: undefined })}
                >
                  {words().earlier}
                </button>
              )}
              {nextCursor !== undefined && (
                <button
                  type="button"
                  class="button button-secondary"
                  onClick={() => set({ efter: nextCursor })}
                >
                  {words().later}
                </button>
              )}
            </p>
          </>
        )}
      </Loaded>
    </>
  );
}

function useEntries(filter: Filter, cursor: string | undefined) {
  const query = { ...filter, limit: '100', ...(cursor !== undefined && { cursor }) };
  return useAnswer(`audit/${JSON.stringify(query)}`, (signal) =>
    answered(api.GET('/v1/audit', { params: { query }, signal })),
  );
}

function FilterFields({
  filter,
  onChoose,
}: {
  readonly filter: Filter;
  readonly onChoose: (filter: Filter) => void;
}) {
  const [written, setWritten] = useState<Filter>(filter);
  return (
    <form
      class="choices"
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(written);
      }}
    >
      {FILTERS.map((name) => (
        <Field key={name} label={words()[name]}>
          {(control) => (
            <input
              {...control}
              value={written[name] ?? ''}
              onInput={({ currentTarget }) => setWritten({ ...written, [name]: currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <button type="submit" class="button">
        {words().show}
      </button>
    </form>
  );
}

function columns(): Column<AuditEntry>[] {
  return [
    { id: 'seq', title: words().seq, kind: 'count', value: ({ seq }) => String(seq) },
    { id: 'at', title: words().at, kind: 'text', value: ({ at }) => at, cell: ({ at }) => moment(at) },
    { id: 'actor', title: words().actor, kind: 'text', value: ({ actor }) => actor },
    { id: 'action', title: words().action, kind: 'text', value: ({ action }) => action },
    { id: 'target', title: words().target, kind: 'text', value: ({ target }) => target },
    { id: 'detail', title: words().detail, kind: 'text', value: ({ detail }) => detailText(detail) },
    {
      id: 'hash',
      title: words().hash,
      kind: 'text',
      value: ({ hash }) => hash,
      cell: ({ hash }) => <code title={hash}>{hash.slice(0, SHOWN_OF_HASH)}</code>,
    },
  ];
}

const SHOWN_OF_HASH = 12;

function detailText(detail: AuditEntry['detail']): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

/** In the time of whoever reads it. */
function moment(at: string): string {
  const locale = language.value === 'da' ? 'da-DK' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at));
}
