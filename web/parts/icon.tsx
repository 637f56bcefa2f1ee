import './icon.css';

/** Icons of the common design system of Danish public services (dkfds) that the page uses. */
export type IconName =
  | 'add'
  | 'back'
  | 'check'
  | 'close'
  | 'copy'
  | 'delete'
  | 'download'
  | 'error'
  | 'info'
  | 'menu'
  | 'print'
  | 'save'
  | 'share'
  | 'sorted-down'
  | 'sorted-none'
  | 'sorted-up'
  | 'undo'
  | 'warning';

/** A picture beside a text that says the same: never the only carrier of a meaning. */
export function Icon({ name }: { readonly name: IconName }) {
  return <span class={`icon icon-${name}`} aria-hidden="true" />;
}
