import type { AgreementParts } from '../../data/agreement-parts.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { Seat } from '../../src/access/seats.ts';
import type { Database } from '../../store/database.ts';
import { listResources, type ResourceVersion } from '../../store/resource-versions.ts';
import type { StoredBody } from './stored-kind.ts';

/** The kinds of what is kept beside an agreement. */
export const VINTAGES = 'index-vintages';
export const BODIES = 'bodies';
export const ACCESSIONS = 'accessions';
export const PART_KINDS = [VINTAGES, BODIES, ACCESSIONS] as const;

/** An index vintage of an agreement: kept once, never changed. */
export interface KeptVintage extends StoredBody {
  readonly agreement: string;
  readonly vintage: string;
  readonly entries: AgreementParts['vintages'][number]['entries'];
}

/** A body of an agreement, with everybody who has sat, sits and will sit in it. */
export interface KeptBody extends StoredBody, Omit<AgreementDocument['bodies'][number], 'body'> {
  readonly agreement: string;
  readonly members: readonly (Seat & { readonly name?: string })[];
}

/** An agreement's register of accessions, under the agreement's id. */
export interface KeptRegister extends StoredBody {
  readonly register: NonNullable<AgreementDocument['accessions']>;
}

/** Many more than there can be of a kind: they are read at once. */
const ALL = 100_000;

/** What is kept beside each agreement, now or as known at a moment. */
export async function keptParts(
  query: Database['query'],
  asOf?: string,
): Promise<(agreement: string) => AgreementParts> {
  const read = (kind: string) =>
    listResources(query, { kind, limit: ALL, ...(asOf !== undefined && { asOf }) });
  const [vintages, bodies, registers] = [await read(VINTAGES), await read(BODIES), await read(ACCESSIONS)];
  return (agreement) => {
    const register = registers.find(({ id }) => id === agreement)?.body as KeptRegister | undefined;
    return {
      vintages: vintages.map(({ body }) => body as KeptVintage).filter((one) => one.agreement === agreement),
      bodies: bodies.filter(({ body }) => (body as KeptBody).agreement === agreement).map(bodyDocument),
      ...(register !== undefined && { accessions: register.register }),
    };
  };
}

/** A kept body as an agreement's document has it: without its members, which no price depends on. */
function bodyDocument({ id, body }: ResourceVersion): AgreementDocument['bodies'][number] {
  const { kind, title, areas, mandate } = body as KeptBody;
  return { body: id, kind, title, areas, mandate };
}

/** The id under which a vintage is kept. */
export function vintageId(agreement: string, vintage: string): string {
  return `${agreement}-${vintage}`;
}
