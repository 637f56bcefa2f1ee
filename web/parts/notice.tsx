import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** Something to know here and now; `role="status"` only where it comes and goes while somebody works. */
export function Notice({
  kind,
  children,
}: {
  readonly kind: 'info' | 'warning' | 'error' | 'success';
  readonly children: ComponentChildren;
}) {
  return (
    <div class={`notice notice-${kind}`}>
      <Icon name={kind === 'success' ? 'check' : kind} />
      <div>{children}</div>
    </div>
  );
}
