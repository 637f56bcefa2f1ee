import type { LoadedAgreement } from '../../data/load-agreement.ts';
import { ACCESSION_STATUSES, standingOn } from '../../src/accession/standing.ts';
import type { Table } from '../../tables/table.ts';
import type { AccessionAnswer } from './accession-schema.ts';
import { registerOf } from './register.ts';

/** Who has come how far by the end of a day, as the register knew it then. */
export function standingsAnswer(loaded: LoadedAgreement, day: string): AccessionAnswer {
  const register = registerOf(loaded);
  const municipalities = loaded.agreement.municipalities.map(({ municipality, name }) => ({
    name,
    ...standingOn(register, municipality, day),
  }));
  const count = (wanted: string) => municipalities.filter(({ status }) => status === wanted).length;
  return {
    agreement: loaded.document.agreement,
    day,
    versions: register.versions.filter(({ date }) => date <= day),
    counts: Object.fromEntries(ACCESSION_STATUSES.map((status) => [status, count(status)])),
    municipalities,
  };
}

/** The same as flat rows. */
export function standingsTable({ municipalities }: AccessionAnswer): Table {
  return {
    header: ['municipality', 'name', 'status', 'invited', 'signed', 'version', 'notice', 'lastYear'],
    rows: municipalities.map(({ municipality, name, status, invited = '', signed, notice }) => [
      municipality,
      name,
      status,
      invited,
      signed?.date ?? '',
      signed?.version ?? '',
      notice?.date ?? '',
      notice?.lastYear ?? '',
    ]),
  };
}
