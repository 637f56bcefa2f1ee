import { EXAMPLE_YEARS } from './example.ts';

/** The number makes the question a new one: it moves the index rate of 2026 by a hundred-millionth. */
function scenario(number: number): object {
  const combined = `0.0${27_000_000 + number}`;
  return {
    agreement: 'k98-example',
    years: EXAMPLE_YEARS,
    changes: [{ type: 'set-index', year: 2026, combined }],
  };
}

/** What somebody asks for the first time, each time it is called. */
export function newQuestions(): () => string {
  let asked = 0;
  return () => {
    asked += 1;
    return JSON.stringify({ scenario: scenario(asked) });
  };
}

/** Twenty scenarios beside one. */
export function comparison(): string {
  const scenarios = Array.from({ length: 20 }, (_, place) => scenario(place + 1));
  return JSON.stringify({ baseline: scenario(0), scenarios });
}

export function sameQuestion(): string {
  return JSON.stringify({ scenario: scenario(0) });
}
