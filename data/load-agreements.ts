import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodePoint } from '../src/order.ts';
import type { Refusal } from '../src/refusal.ts';
import { type LoadedAgreement, loadAgreement } from './load-agreement.ts';
import { UnusableFile } from './unusable-file.ts';

const AGREEMENT_FILE = /\.agreement\.json$/;

/**
 * Loads every `NAME.agreement.json` of a folder, in the order of the file names; rejects with `UnusableFile` at the
 * first file that cannot be used or describes an agreement that an earlier file describes.
 */
export async function loadAgreements(folder: string): Promise<LoadedAgreement[]> {
  const names = (await readdir(folder)).filter((name) => AGREEMENT_FILE.test(name)).toSorted(byCodePoint);
  const fileOf = new Map<string, string>();
  const loaded: LoadedAgreement[] = [];
  for (const file of names.map((name) => join(folder, name))) {
    const agreement = await loadAgreement(file);
    const id = agreement.agreement.agreement;
    const earlier = fileOf.get(id);
    if (earlier !== undefined) throw new UnusableFile(file, [agreementTwice(id, earlier)]);
    fileOf.set(id, file);
    loaded.push(agreement);
  }
  return loaded;
}

function agreementTwice(id: string, earlier: string): Refusal {
  return {
    code: 'duplicate_agreement',
    path: ['agreement'],
    message: {
      da: `Aftalen "${id}" er allerede beskrevet i ${earlier}.`,
      en: `The agreement "${id}" is already described in ${earlier}.`,
    },
    remedy: {
      da: 'Giv den ene af dem et andet id, eller fjern filen.',
      en: 'Give one of them another id, or remove the file.',
    },
  };
}
