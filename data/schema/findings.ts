import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** One thing that zod found wrong, at the deepest place it can be pinned to. */
export interface Finding {
  readonly path: Path;
  readonly issue: Issue;
  /** The name at the end of the path, where the name itself is what is wrong. */
  readonly name?: string;
}

/**
 * Takes issues apart that stand for several: one finding for each unknown field, for each fault in the name of a
 * field, and for each fault in the form that a value of several possible forms comes closest to.
 *
 * @param place where the value stands that zod's own path counts from
 */
export function findingsOf(issue: Issue, place: Path = []): Finding[] {
  const path = [...place, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({ path: [...path, name], issue, name }));
    case 'invalid_key':
      return issue.issues.map((inner) => ({ path, issue: inner, name: String(path.at(-1)) }));
    case 'invalid_union': {
      const closest = closestForm(issue.errors);
      if (closest === undefined) return [{ path, issue }];
      return closest.flatMap((inner) => findingsOf(inner, path));
    }
    default:
      return [{ path, issue }];
  }
}

/** The form with the fewest fields too many or of another type; none when the value is of another type altogether. */
function closestForm(forms: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const possible = forms.filter((issues) => !issues.some(isAnotherType));
  return possible.toSorted((first, second) => mismatches(first) - mismatches(second))[0];
}

function isAnotherType(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

function mismatches(issues: readonly Issue[]): number {
  return issues.filter(
    ({ code, path }) => code === 'unrecognized_keys' || (code === 'invalid_type' && path.length === 1),
  ).length;
}
