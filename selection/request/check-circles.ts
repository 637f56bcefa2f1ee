import type { Refusal } from '../../src/refusal.ts';
import { dependencyCircle } from './refusals.ts';

interface Dependent {
  readonly id: string;
  readonly dependsOn?: readonly string[];
}

/** One refusal for each initiative at which a circle of dependencies closes, pointing at the dependency that closes it. */
export function checkCircles(initiatives: readonly Dependent[]): Refusal[] {
  const placeOf = new Map(initiatives.map(({ id }, place) => [id, place]));
  const done = new Set<string>();
  const trail: string[] = [];
  const onTrail = new Set<string>();
  const refusals: Refusal[] = [];
  const visit = (id: string): void => {
    const place = placeOf.get(id);
    if (place === undefined || done.has(id)) return;
    trail.push(id);
    onTrail.add(id);
    (initiatives[place]?.dependsOn ?? []).forEach((needed, index) => {
      if (!onTrail.has(needed)) visit(needed);
      else {
        const circle = [...trail.slice(trail.indexOf(needed)), needed];
        refusals.push(dependencyCircle(['initiatives', place, 'dependsOn', index], circle));
      }
    });
    trail.pop();
    onTrail.delete(id);
    done.add(id);
  };
  for (const { id } of initiatives) visit(id);
  return refusals;
}
