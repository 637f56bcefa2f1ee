/** What time it is; the one place where the program asks is `systemClock`, tests bring their own. */
export type Clock = () => Temporal.Instant;

export const systemClock: Clock = () => Temporal.Now.instant();

/** UTC with milliseconds, a form in which text order is time order. */
export function timestamp(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' });
}

/** The calendar day in Denmark, YYYY-MM-DD: what people mean by the day on which something is recorded. */
export function danishDay(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO('Europe/Copenhagen').toPlainDate().toString();
}
