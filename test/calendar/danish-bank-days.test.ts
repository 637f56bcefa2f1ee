import { describe, expect, it } from 'vitest';
import { isDanishBankDay } from '../../calendar/danish-bank-days.ts';

/** The weekdays of a year on which banks are closed. */
function closedWeekdays(year: number): string[] {
  const days = Array.from({ length: 366 }, (_, days) => new Temporal.PlainDate(year, 1, 1).add({ days }));
  return days
    .filter((day) => day.year === year && day.dayOfWeek <= 5 && !isDanishBankDay(String(day)))
    .map((day) => String(day).slice(5));
}

describe('Danish bank days', () => {
  // Easter Sunday 2026 is 5 April: Maundy Thursday −3, Good Friday −2, Monday +1, Ascension +39, the Friday after it, Whit Monday +50.
  it('leave out the eleven weekdays of 2026 on which banks are closed', () => {
    expect(closedWeekdays(2026)).toEqual([
      '01-01',
      '04-02',
      '04-03',
      '04-06',
      '05-14',
      '05-15',
      '05-25',
      '06-05',
      '12-24',
      '12-25',
      '12-31',
    ]);
  });

  // The fourth Friday after Easter was a holiday (store bededag) up to 2023.
  it('count store bededag as a bank day from 2024', () => {
    expect(isDanishBankDay('2023-05-05')).toBe(false);
    expect(isDanishBankDay('2024-04-26')).toBe(true);
  });

  it('leave out Saturdays and Sundays', () => {
    expect(['2026-02-13', '2026-02-14', '2026-02-15', '2026-02-16'].map(isDanishBankDay)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
