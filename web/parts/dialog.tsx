import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { inBoth } from '../language/language.ts';
import { Icon } from './icon.tsx';
import './dialog.css';

const words = inBoth({ close: 'Luk' }, { close: 'Close' });

/**
 * A dialog over the page: the browser keeps the focus inside, closes it with Escape, and gives the focus back.
 * `drawer` opens at the side and leaves the page in sight.
 */
export function Dialog({
  title,
  shape = 'box',
  onClose,
  children,
}: {
  readonly title: string;
  readonly shape?: 'box' | 'drawer';
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${shape}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="dialog-heading">
        <h2 id={titleId}>{title}</h2>
        <button type="button" class="button-plain" onClick={onClose}>
          <Icon name="close" /> {words().close}
        </button>
      </header>
      <div class="dialog-content">{children}</div>
    </dialog>
  );
}
