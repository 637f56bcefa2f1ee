import { whoAmI } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { inBoth, language, speak } from '../language/language.ts';
import { chooseTheme, THEMES, type Theme, theme } from './theme.ts';

const words = inBoth(
  { theme: 'Udseende', auto: 'Udseende: automatisk', light: 'Udseende: lyst', dark: 'Udseende: mørkt' },
  {
    theme: 'Appearance',
    auto: 'Appearance: automatic',
    light: 'Appearance: light',
    dark: 'Appearance: dark',
  },
);

/** Who one is, where the server asks for it; language and appearance, kept on this machine. */
export function Settings() {
  const { value: me } = useAnswer('me', whoAmI);
  const other = language.value === 'da' ? 'en' : 'da';
  return (
    <div class="settings">
      {me?.knownBy === 'session' && <span>{me.subject}</span>}
      <button type="button" class="button-plain" lang={other} onClick={() => speak(other)}>
        {other === 'en' ? 'English' : 'Dansk'}
      </button>
      <label class="theme">
        <span class="visually-hidden">{words().theme}</span>
        <select
          value={theme.value}
          onChange={({ currentTarget }) => chooseTheme(chosenTheme(currentTarget.value))}
        >
          {THEMES.map((known) => (
            <option key={known} value={known}>
              {words()[known]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function chosenTheme(value: string): Theme {
  return THEMES.find((known) => known === value) ?? 'auto';
}
