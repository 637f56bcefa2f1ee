interface Dependent {
  readonly id: string;
  readonly dependsOn?: readonly string[] | undefined;
}

/** A circle of dependencies, and the dependency that closes it. */
export interface DependencyCircle {
  readonly place: number;
  /** Within the `dependsOn` of the one at that place. */
  readonly index: number;
  /** The ids in their order, the first repeated at the end. */
  readonly circle: readonly string[];
}

/** The circles in which dependencies run, one for each initiative at which one closes. */
export function dependencyCircles(initiatives: readonly Dependent[]): DependencyCircle[] {
  const placeOf = new Map(initiatives.map(({ id }, place) => [id, place]));
  const done = new Set<string>();
  const trail: string[] = [];
  const onTrail = new Set<string>();
  const circles: DependencyCircle[] = [];
  const visit = (id: string): void => {
    const place = placeOf.get(id);
    if (place === undefined || done.has(id)) return;
    trail.push(id);
    onTrail.add(id);
    (initiatives[place]?.dependsOn ?? []).forEach((needed, index) => {
      if (!onTrail.has(needed)) visit(needed);
      else circles.push({ place, index, circle: [...trail.slice(trail.indexOf(needed)), needed] });
    });
    trail.pop();
    onTrail.delete(id);
    done.add(id);
  };
  for (const { id } of initiatives) visit(id);
  return circles;
}
