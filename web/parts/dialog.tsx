import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { inBoth } from '../language/language.ts';
import { Icon } from './icon.tsx';
import { UnderWayBar } from './under-way-bar.tsx';
import './dialog.css';

const words = inBoth({ close: 'Luk' }, { close: 'Close' });

/**
 * A dialog over the page: the browser keeps the focus inside and closes it with Escape; the focus returns to where it was.
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
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      // The browser does so by itself only where the dialog is still in the document.
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
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
      <UnderWayBar />
    </dialog>
  );
}
