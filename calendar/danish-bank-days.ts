import Holidays from 'date-holidays';

/** Saturday in the ISO week. */
const SATURDAY = 6;

/**
 * Whether Danish banks are open on a day, YYYY-MM-DD: not on Saturdays and Sundays, public holidays, and the days on
 * which banks close by agreement: the Friday after Ascension Day, Constitution Day, Christmas Eve and New Year's Eve.
 */
export function isDanishBankDay(date: string): boolean {
  const day = Temporal.PlainDate.from(date);
  return day.dayOfWeek < SATURDAY && !closedDays(day.year).has(date);
}

const calendar = new Holidays('DK', { types: ['public', 'bank'] });
for (const [rule, name] of [
  ['easter 40', 'Fredag efter Kristi himmelfartsdag'],
  ['06-05', 'Grundlovsdag'],
  ['12-24', 'Juleaftensdag'],
  ['12-31', 'Nytårsaftensdag'],
] as const) {
  calendar.setHoliday(rule, { name: { da: name }, type: 'bank' });
}

const closedByYear = new Map<number, ReadonlySet<string>>();

function closedDays(year: number): ReadonlySet<string> {
  const known = closedByYear.get(year);
  if (known !== undefined) return known;
  const closed = new Set(calendar.getHolidays(year).map(({ date }) => date.slice(0, 'YYYY-MM-DD'.length)));
  closedByYear.set(year, closed);
  return closed;
}
