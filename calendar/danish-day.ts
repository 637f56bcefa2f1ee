/** The day, YYYY-MM-DD, that it is in Denmark at a moment. */
export function danishDay(moment: Temporal.Instant): string {
  return String(moment.toZonedDateTimeISO('Europe/Copenhagen').toPlainDate());
}
