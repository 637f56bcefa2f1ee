import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { inBoth } from '../language/language.ts';
import { Icon, type IconName } from './icon.tsx';

const words = inBoth({ copied: 'Kopieret' }, { copied: 'Copied' });
const SHOWN_MS = 2_500;

/** Puts a text on the clipboard, and says so. */
export function CopyButton({
  text,
  icon = 'copy',
  children,
}: {
  readonly text: () => string;
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    await navigator.clipboard.writeText(text());
    setCopied(true);
  };
  return (
    <button type="button" class="button-plain" onClick={copy}>
      <Icon name={isCopied ? 'check' : icon} />{' '}
      <span aria-live="polite">{isCopied ? words().copied : children}</span>
    </button>
  );
}
