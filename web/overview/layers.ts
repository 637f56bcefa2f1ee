import type { AgreementView } from '../api/agreement.ts';

/** A layer of every solution's budget: one of its components. */
export interface Layer {
  readonly component: string;
  readonly name: string;
  /** Its place from the ground up, 1 to 5, which is also its colour. */
  readonly tone: number;
  readonly isReservable: boolean;
}

const MOST_TONES = 5;

/** The components from the ground up; what can be reserved lies on top, where the pool is cut off it. */
export function layersOf({ document, componentName }: AgreementView): readonly Layer[] {
  const grounded = document.components.toSorted(
    (first, second) => Number(first.reservable) - Number(second.reservable) || first.order - second.order,
  );
  return grounded.map(({ component, reservable }, index) => ({
    component,
    name: componentName(component),
    tone: reservable ? MOST_TONES : Math.min(index + 1, MOST_TONES - 1),
    isReservable: reservable,
  }));
}
