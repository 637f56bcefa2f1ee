import fc from 'fast-check';
import { visibleText } from '../../tables/visible-text.ts';

const TROUBLE = [
  '=cmd()',
  '-1',
  '+45',
  '@x',
  '\t=1',
  "'=1",
  "''-",
  '"',
  ';',
  ',',
  '\n',
  '_x0041_',
  '<&>',
  ' a ',
  'æøå',
];

/** Text that can be seen, with everything that spreadsheets take for something else. */
export const visibleArb = fc
  .array(fc.oneof(fc.constantFrom(...TROUBLE), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 4 })
  .map((pieces) => visibleText(pieces.join('')).replaceAll('\r', ''));
