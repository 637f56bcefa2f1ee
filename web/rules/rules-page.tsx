import { answered, api, type Schemas } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { inBoth, say } from '../language/language.ts';
import { day } from '../numbers/format.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageActions } from '../parts/page-actions.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { usePageState } from '../shell/location.ts';
import { PageHeading } from '../shell/page-heading.tsx';
import { conditionText } from './condition-text.ts';
import { effectText } from './effect-text.ts';
import './rules.css';

const words = inBoth(
  {
    title: 'Regler',
    lead: 'Reglerne, som et forslag til prioriteringspuljen møder, i den rækkefølge, de virker. En regel foreslår; modellen afgør, om det er lovligt.',
    ruleSet: 'Regelsæt',
    version: (version: string, from: string) => `Version ${version}, gælder fra ${from}.`,
    condition: 'Når',
    effect: 'Så',
    source: 'Kilde',
    severities: { error: 'Skal overholdes', warning: 'Bør overvejes', info: 'Til orientering' },
  },
  {
    title: 'Rules',
    lead: 'The rules that a proposal for the prioritisation pool meets, in the order in which they apply. A rule proposes; the model decides whether it is lawful.',
    ruleSet: 'Rule set',
    version: (version: string, from: string) => `Version ${version}, in force from ${from}.`,
    condition: 'When',
    effect: 'Then',
    source: 'Source',
    severities: { error: 'Must be kept', warning: 'Should be considered', info: 'For information' },
  },
);

type Rule = Schemas['RuleSet']['rules'][number];

/** The rule sets that proposals can meet, in plain words. */
export default function RulesPage() {
  const { query, set } = usePageState();
  const known = useAnswer('rule-sets', (signal) =>
    answered(api.GET('/v1/rule-sets', { params: { query: { limit: '200' } }, signal })),
  );
  return (
    <>
      <PageHeading title={words().title} lead={words().lead}>
        <PageActions />
      </PageHeading>
      <Loaded answer={known}>
        {({ items }) => {
          const id = query.regelsaet ?? items[0]?.id;
          return (
            <>
              {items.length > 1 && (
                <SelectField
                  label={words().ruleSet}
                  value={id ?? ''}
                  choices={items.map((one) => ({ value: one.id, label: say(one.title) }))}
                  onChoose={(chosen) => set({ regelsaet: chosen })}
                />
              )}
              {id !== undefined && <RuleSetView key={id} id={id} />}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function RuleSetView({ id }: { readonly id: string }) {
  const ruleSet = useAnswer(`rule-sets/${id}`, (signal) =>
    answered(api.GET('/v1/rule-sets/{id}', { params: { path: { id } }, signal })),
  );
  return (
    <Loaded answer={ruleSet}>
      {({ title, version, effectiveFrom, rules }) => (
        <section>
          <h2>{say(title)}</h2>
          <p>{words().version(version, day(effectiveFrom))}</p>
          <ol class="rules">
            {rules
              .toSorted((first, second) => first.priority - second.priority)
              .map((rule) => (
                <RuleView key={rule.id} rule={rule} />
              ))}
          </ol>
        </section>
      )}
    </Loaded>
  );
}

function RuleView({ rule }: { readonly rule: Rule }) {
  return (
    <li class={`rule rule-${rule.severity}`}>
      <h3>{say(rule.title)}</h3>
      <p class="rule-severity">{words().severities[rule.severity]}</p>
      <p>{say(rule.explanation)}</p>
      <dl>
        <dt>{words().condition}</dt>
        <dd>
          <code>{conditionText(rule.conditions)}</code>
        </dd>
        <dt>{words().effect}</dt>
        <dd>{effectText(rule.effect)}</dd>
        <dt>{words().source}</dt>
        <dd>{rule.source}</dd>
      </dl>
    </li>
  );
}
