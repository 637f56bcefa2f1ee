import { readFile } from 'node:fs/promises';
import { argv, exit, stderr, stdout } from 'node:process';
import { UnusableInput } from './field.ts';
import { type Report, verify } from './verify.ts';

const ACCEPTED = 0;
const REFUSED = 1;
const UNUSABLE = 2;

/** Audits one file, says what it found, and answers the exit code. */
async function auditFile(file: string): Promise<number> {
  try {
    const report = verify(JSON.parse(await readFile(file, 'utf8')));
    stdout.write(describe(file, report));
    return report.findings.length === 0 ? ACCEPTED : REFUSED;
  } catch (error) {
    if (!isUnusable(error)) throw error;
    stderr.write(`${file}: unusable: ${error.message}\n`);
    return UNUSABLE;
  }
}

/** Not there, not JSON, or not the documents that can be audited; anything else is a fault of the checker. */
function isUnusable(error: unknown): error is Error {
  return (
    error instanceof UnusableInput ||
    error instanceof SyntaxError ||
    (error instanceof Error && 'code' in error)
  );
}

function describe(file: string, { findings, notes, figuresChecked }: Report): string {
  const verdict =
    findings.length === 0
      ? `accepted: ${figuresChecked} figures checked`
      : `refused: ${findings.length} findings among ${figuresChecked} figures checked`;
  return [
    `${file}: ${verdict}`,
    ...findings.map(
      ({ pointer, expected, found, message }) =>
        `  ${pointer}: expected ${expected}, found ${found} (${message})`,
    ),
    ...notes.map((note) => `  note: ${note}`),
    '',
  ].join('\n');
}

const files = argv.slice(2);
if (files.length === 0) {
  stderr.write(
    'usage: npm run verify -- FILE...\nFILE is JSON: { "agreement", "scenario": { "years", "changes" }, "result" }\n',
  );
  exit(UNUSABLE);
}
const codes: number[] = [];
for (const file of files) codes.push(await auditFile(file));
exit(Math.max(...codes));
