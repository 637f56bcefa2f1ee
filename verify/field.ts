import { isObject } from './json.ts';
import { oreFrom } from './kroner.ts';
import { type Rational, rationalFromDecimal } from './rational.ts';

/** The input cannot be audited at all: it says where (RFC 6901) and what was wanted there. */
export class UnusableInput extends Error {
  readonly pointer: string;

  constructor(pointer: string, wanted: string) {
    super(`${pointer === '' ? 'the document' : pointer}: ${wanted}`);
    this.pointer = pointer;
  }
}

/** A value of a JSON document together with the pointer that leads to it; each reading method states a form. */
export class Field {
  readonly value: unknown;
  readonly pointer: string;

  constructor(value: unknown, pointer = '') {
    this.value = value;
    this.pointer = pointer;
  }

  /** The member of that name; it must be there. */
  at(name: string): Field {
    return this.optional(name) ?? this.refuse(`the field "${name}" is missing`);
  }

  /** The member of that name, or `undefined` when the object has none. */
  optional(name: string): Field | undefined {
    const { value } = this;
    if (!isObject(value)) return this.refuse('an object is wanted');
    return Object.hasOwn(value, name)
      ? new Field(value[name], `${this.pointer}/${escaped(name)}`)
      : undefined;
  }

  /** The members of a list. */
  items(): Field[] {
    if (!Array.isArray(this.value)) return this.refuse('a list is wanted');
    return this.value.map((item: unknown, index) => new Field(item, `${this.pointer}/${index}`));
  }

  /** The members of an object that is used as a table, by name. */
  entries(): [string, Field][] {
    if (!isObject(this.value)) return this.refuse('an object is wanted');
    return Object.keys(this.value).map((name) => [name, this.at(name)]);
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.refuse('a text is wanted');
  }

  boolean(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.refuse('true or false is wanted');
  }

  /** A whole number that a double holds exactly: years, counts, places in an order. */
  whole(): number {
    return Number.isSafeInteger(this.value) ? Number(this.value) : this.refuse('a whole number is wanted');
  }

  decimal(): Rational {
    const value = typeof this.value === 'string' ? rationalFromDecimal(this.value) : undefined;
    return value ?? this.refuse('a decimal as text is wanted, such as "0.0275"');
  }

  /** An amount of kroner in whole øre. */
  ore(): bigint {
    return (
      oreFrom(this.value) ?? this.refuse('kroner with two decimals as text are wanted, such as "1234.50"')
    );
  }

  /** A list of texts as a set. */
  textSet(): ReadonlySet<string> {
    return new Set(this.items().map((item) => item.text()));
  }

  refuse(wanted: string): never {
    throw new UnusableInput(this.pointer, wanted);
  }
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A member for an object literal: there when the value is, absent otherwise. */
export function defined<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { [key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [key in Name]?: Value });
}
