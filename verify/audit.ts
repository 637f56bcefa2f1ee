import { kronerText, oreFrom } from './kroner.ts';

/** Something in the answer that is not as the model has it. */
export interface Finding {
  /** RFC 6901 pointer into the answer. */
  readonly pointer: string;
  readonly expected: string;
  readonly found: string;
  /** In plain English: which figure it is and why the expected value is right. */
  readonly message: string;
}

/** What an audit has found so far; each check adds to it. */
export class Audit {
  readonly findings: Finding[] = [];
  /** What could not be checked, and why. */
  readonly notes: string[] = [];
  figuresChecked = 0;

  /** Refuses what was found unless it is exactly the expected JSON value. */
  equals(pointer: string, expected: string | number, found: unknown, message: string): void {
    this.figuresChecked += 1;
    if (found !== expected) this.refuse(pointer, shown(expected), shown(found), message);
  }

  /** Refuses an amount unless it is exactly the text of the expected øre. */
  amount(pointer: string, expected: bigint, found: unknown, message: string): void {
    this.equals(pointer, kronerText(expected), found, message);
  }

  /** Reads an answered amount; what is no amount is refused and `undefined`. */
  readAmount(pointer: string, found: unknown, message: string): bigint | undefined {
    const ore = oreFrom(found);
    if (ore === undefined) this.refuse(pointer, 'kroner with two decimals as text', shown(found), message);
    return ore;
  }

  refuse(pointer: string, expected: string, found: string, message: string): void {
    this.findings.push({ pointer, expected, found, message });
  }
}

/** A JSON value as a reader sees it; long ones are cut. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
