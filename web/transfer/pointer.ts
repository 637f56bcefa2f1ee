/** The steps of a JSON pointer (RFC 6901): `/rows/17/cost.2026` leads to `rows`, `17`, `cost.2026`. */
export function stepsOf(pointer: string): readonly string[] {
  const [, ...steps] = pointer.split('/');
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
