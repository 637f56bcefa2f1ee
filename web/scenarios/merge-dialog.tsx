import { useState } from 'preact/hooks';
import { type AgreementView, useAgreement } from '../api/agreement.ts';
import type { KeptScenario, Scenario } from '../api/scenario.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useWrite } from '../api/use-write.ts';
import { inBoth } from '../language/language.ts';
import { moment } from '../numbers/format.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { wordsOf } from './change-words.ts';
import type { Change } from './draft.ts';
import { keepVersion, versionSeen } from './keep.ts';
import { type MergedSetting, merged, settingsBetween } from './merge.ts';
import type { Work } from './use-draft.ts';

const words = inBoth(
  {
    title: 'En anden har gemt imens',
    text: (who: string, when: string) =>
      `${who} gemte en ny version ${when}. Intet er tabt: vælg, hvad der skal gælde, hvor I har ændret det samme.`,
    mine: 'Ændret af dig',
    theirs: 'Ændret af den anden',
    both: 'Ændret af jer begge',
    unset: 'Ikke sat',
    keepMine: 'Din',
    keepTheirs: 'Den andens',
    save: 'Gem sammenlagt',
    take: 'Brug den andens og slip min',
    stay: 'Tilbage',
  },
  {
    title: 'Somebody else has saved meanwhile',
    text: (who: string, when: string) =>
      `${who} saved a new version ${when}. Nothing is lost: choose what is to count where you both changed the same.`,
    mine: 'Changed by you',
    theirs: 'Changed by the other',
    both: 'Changed by you both',
    unset: 'Not set',
    keepMine: 'Yours',
    keepTheirs: "The other's",
    save: 'Save merged',
    take: "Use the other's and drop mine",
    stay: 'Back',
  },
);

/** Two people have changed the same scenario: what each did, and one click to have both. */
export function MergeDialog({
  work,
  newer,
  seen,
  onClose,
}: {
  readonly work: Work;
  readonly newer: KeptScenario;
  readonly seen: number;
  readonly onClose: () => void;
}) {
  const agreement = useAgreement();
  const before = useAnswer(`scenario/${newer.id}/${seen}`, (signal) => versionSeen(newer.id, seen, signal));
  const [keepsMine, setKeepsMine] = useState<ReadonlySet<string>>(new Set());
  const { actor, at, version } = newer.stored;
  const { write, failure } = useWrite((scenario: Scenario) => keepVersion(newer, scenario, version));
  return (
    <Dialog title={words().title} onClose={onClose}>
      <p>{words().text(actor, moment(at))}</p>
      <Loaded answer={agreement}>
        {(view) => (
          <Loaded answer={before}>
            {(old) => {
              const { changes } = work.draft.scenario;
              const settings = settingsBetween(old?.scenario.changes ?? [], changes, newer.scenario.changes);
              const save = async () => {
                const saved = await write(merged(newer.scenario, settings, keepsMine));
                if (saved === undefined) return;
                work.settle(saved);
                onClose();
              };
              return (
                <>
                  <Settings view={view} title={words().mine} settings={of(settings, 'me')} />
                  <Settings view={view} title={words().theirs} settings={of(settings, 'them')} />
                  {of(settings, 'both').map((setting) => (
                    <Choice
                      key={setting.target}
                      view={view}
                      setting={setting}
                      keepsMine={keepsMine.has(setting.target)}
                      onChoose={(isMine) => setKeepsMine(chosen(keepsMine, setting.target, isMine))}
                    />
                  ))}
                  {failure !== undefined && <FailureNotice failure={failure} />}
                  <div class="actions">
                    <button type="button" class="button" onClick={save}>
                      {words().save}
                    </button>
                    <button type="button" class="button-plain" onClick={() => work.settle(newer)}>
                      {words().take}
                    </button>
                    <button type="button" class="button-plain" onClick={onClose}>
                      {words().stay}
                    </button>
                  </div>
                </>
              );
            }}
          </Loaded>
        )}
      </Loaded>
    </Dialog>
  );
}

function Settings({
  view,
  title,
  settings,
}: {
  readonly view: AgreementView;
  readonly title: string;
  readonly settings: readonly MergedSetting[];
}) {
  if (settings.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {settings.map(({ target, mine, theirs, changedBy }) => (
          <li key={target}>{sentenceOf(changedBy === 'me' ? mine : theirs, view)}</li>
        ))}
      </ul>
    </>
  );
}

function Choice({
  view,
  setting: { target, mine, theirs },
  keepsMine,
  onChoose,
}: {
  readonly view: AgreementView;
  readonly setting: MergedSetting;
  readonly keepsMine: boolean;
  readonly onChoose: (isMine: boolean) => void;
}) {
  return (
    <fieldset class="merge-choice">
      <legend>{words().both}</legend>
      <label>
        <input type="radio" name={target} checked={keepsMine} onChange={() => onChoose(true)} />
        {`${words().keepMine}: ${sentenceOf(mine, view)}`}
      </label>
      <label>
        <input type="radio" name={target} checked={!keepsMine} onChange={() => onChoose(false)} />
        {`${words().keepTheirs}: ${sentenceOf(theirs, view)}`}
      </label>
    </fieldset>
  );
}

function sentenceOf(change: Change | undefined, view: AgreementView): string {
  return change === undefined ? words().unset : wordsOf(change, view);
}

function of(settings: readonly MergedSetting[], who: MergedSetting['changedBy']): MergedSetting[] {
  return settings.filter(({ changedBy }) => changedBy === who);
}

function chosen(targets: ReadonlySet<string>, target: string, isMine: boolean): ReadonlySet<string> {
  const others = new Set(targets);
  if (isMine) others.add(target);
  else others.delete(target);
  return others;
}
