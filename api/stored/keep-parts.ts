import { partsOf } from '../../data/agreement-parts.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { accepted, type Result } from '../../src/refusal.ts';
import type { Database } from '../../store/database.ts';
import { readResource } from '../../store/resource-versions.ts';
import { createResource, type ResourceKey, updateResource } from '../../store/resources.ts';
import type { WriteUnderWay } from '../../store/write.ts';
import {
  ACCESSIONS,
  BODIES,
  type KeptBody,
  type KeptRegister,
  type KeptVintage,
  VINTAGES,
  vintageId,
} from './agreement-parts.ts';

/** A part that a document brings along. */
type Brought = ResourceKey & { readonly body: KeptBody | KeptVintage | KeptRegister };

/** A part to be kept, and the version of it that is kept already. */
type ToKeep = Brought & { readonly kept: bigint | undefined };

/**
 * Keeps the parts of a published document that are not kept yet, and the lines that have come to its register. What is
 * kept already stays as it is.
 */
export async function keepParts(
  under: WriteUnderWay,
  document: AgreementDocument,
  owner: string,
): Promise<Result<undefined>> {
  for (const { kind, id, body, kept } of await partsToKeep(under.transaction, document)) {
    const version = { body, state: 'published', action: 'publish', reason: '' };
    const done =
      kept === undefined
        ? await createResource(under, { kind, id, owner }, version)
        : await updateResource(under, { kind, id }, kept, version);
    if (!done.ok) return done;
  }
  return accepted(undefined);
}

/** The parts of a document that are not kept, and its register when it is longer than the one that is. */
export async function partsToKeep(query: Database['query'], document: AgreementDocument): Promise<ToKeep[]> {
  const missing: ToKeep[] = [];
  for (const part of broughtBy(document)) {
    const kept = await readResource(query, { kind: part.kind, id: part.id });
    const isLonger =
      kept !== undefined &&
      part.kind === ACCESSIONS &&
      linesIn(part.body) > linesIn(kept.body as KeptRegister);
    if (kept === undefined || isLonger) missing.push({ ...part, kept: kept?.version });
  }
  return missing;
}

function linesIn(body: Brought['body']): number {
  return 'register' in body ? body.register.entries.length + body.register.versions.length : 0;
}

function broughtBy(document: AgreementDocument): Brought[] {
  const { agreement } = document;
  const { vintages, bodies, accessions } = partsOf(document);
  return [
    ...vintages.map(({ vintage, entries }) => ({
      kind: VINTAGES,
      id: vintageId(agreement, vintage),
      body: { agreement, vintage, entries, shared: true as const },
    })),
    ...bodies.map(({ body, ...fields }) => ({
      kind: BODIES,
      id: body,
      body: { agreement, ...fields, members: [], shared: true as const },
    })),
    ...(accessions === undefined
      ? []
      : [{ kind: ACCESSIONS, id: agreement, body: { register: accessions, shared: true as const } }]),
  ];
}
