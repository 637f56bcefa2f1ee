import type { Identity } from '../../src/access/identity.ts';
import type { Right } from '../../src/access/permissions.ts';
import type { Result } from '../../src/refusal.ts';
import type { ActDetail } from '../../store/resources.ts';
import type { WriteUnderWay } from '../../store/write.ts';
import type { Noun } from '../request-refusals.ts';
import type { KeptSchemas, KindName, StoredSchemas } from './stored-schema.ts';

/** What every kept thing has beside what is special to its kind. */
export interface StoredBody {
  /** Whether everybody may read it, or only its owner and the municipality or body it belongs to. */
  readonly shared?: boolean;
}

/** A kind of thing that is kept, as far as reading it goes. */
export interface ReadableKind<Body extends StoredBody = StoredBody> {
  /** Its name in the store and in addresses: `scenarios`. */
  readonly kind: string;
  readonly noun: Noun;
  readonly name: KindName;
  readonly tag: string;
  readonly read: Right;
  readonly schemas: KeptSchemas;
  /** Whether a version may be read by everybody because of the state it is in. */
  sharedFrom?(version: { readonly state: string }): boolean;
  /** Filters of its list beside those that every list has. */
  readonly filters?: readonly string[];
  /** What a content has of each filter. */
  valuesOf?(body: Body): Readonly<Record<string, readonly string[]>>;
}

/** What is kept of a thing: its content, and what its content rests on, in the same write. */
export interface Keeping {
  readonly content: StoredBody;
  keepBeside?(under: WriteUnderWay): Promise<unknown>;
  /** What the version is to tell beside its content. */
  readonly detail?: ActDetail;
}

/** A kind of thing that people make and keep, and what is special about it. */
export interface StoredKind<Body extends StoredBody = StoredBody> extends ReadableKind<Body> {
  readonly write: Right;
  readonly schemas: StoredSchemas;
  /** The state that a new one is in; absent: a draft. */
  readonly firstState?: string;
  /** The id that follows from the content; absent: the client's choice. */
  idOf?(body: Body): string;
  /** The states in which its content may be changed; absent: in all. */
  readonly editableIn?: readonly string[];
  /** What the schemas cannot see; refusals' paths are counted from the body. */
  check(body: Body, identity: Identity): Promise<Result<unknown>>;
  /** What is kept of what a client sends; absent: just that. */
  complete?(body: Body, identity: Identity): Promise<Result<Keeping>>;
  /** The municipality or body that it belongs to because of what it says; absent: its maker's. */
  unitOf?(body: Body, identity: Identity): string | undefined;
  /** Whether it fits what else is kept: asked inside the write, so that nothing comes between. */
  fits?(under: WriteUnderWay, body: Body, id: string): Promise<Result<unknown>>;
}
