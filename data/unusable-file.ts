import { pointerTo } from '../src/pointer.ts';
import type { Refusal } from '../src/refusal.ts';

/** A place in a text; line and column count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong in a file; without a place where none is known. */
export type FileError = Refusal & { readonly place?: Place };

/**
 * Thrown when a file that the program starts from cannot be used. Its message is for whoever wrote the file: every
 * error with file, line, pointer and remedy, in Danish and in English.
 */
export class UnusableFile extends Error {
  readonly file: string;
  readonly errors: readonly FileError[];

  constructor(file: string, errors: readonly FileError[]) {
    super(errors.map((error) => lines(file, error)).join('\n'));
    this.name = 'UnusableFile';
    this.file = file;
    this.errors = errors;
  }
}

function lines(file: string, { code, path, place, message, remedy }: FileError): string {
  const where = place === undefined ? file : `${file}:${place.line}:${place.column}`;
  const pointer = pointerTo(path);
  return [
    `${where} ${pointer === '' ? '' : `${pointer} `}(${code})`,
    `  da: ${message.da} ${remedy.da}`,
    `  en: ${message.en} ${remedy.en}`,
  ].join('\n');
}
