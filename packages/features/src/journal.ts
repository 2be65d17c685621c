import type { Transaction } from '@groundwork/database';
import { record, type JournalEntry } from '@groundwork/database/journal';
import { sql, type SQL } from 'drizzle-orm';
import type { Context } from './context.ts';
import { entries } from './entries.ts';
import type { EntryKind, NoData, Retention } from './kinds.ts';

type Entries = typeof entries;

const kinds = Object.keys(entries) as Kind[];

/** `feature.deed`, as a feature's `entries.ts` declares it. */
export type Kind = keyof Entries;
export type HeardKind = { [K in Kind]: Entries[K]['isHeard'] extends true ? K : never }[Kind];
/** Ids, numbers and codes; never a name, an address or a text. */
export type DataOf<K extends Kind> = Entries[K] extends EntryKind<infer Data> ? Data : never;
export type Entry<K extends Kind = Kind> = Omit<JournalEntry, 'kind' | 'data'> & { kind: K; data: DataOf<K> };

/** A thing of a group, or the id of something that is in none; null for the site itself. */
export type About = { groupId: string | null; id?: string | null } | string | null;
/** The viewer, if they are signed in; or an account by its id; null for the site itself, and for whoever has no account. */
export type Actor = Pick<Context, 'viewer'> | string | null;

/**
 * Notes a deed in the journal, in the change's own transaction: it is there, and will be heard, if and only if that
 * commits. The last argument is what the kind declares. Returns the entry's id.
 */
export function note<K extends Kind>(
  tx: Transaction,
  actor: Actor,
  kind: K,
  ...[about, data]: NoData extends DataOf<K>
    ? [about: About, data?: DataOf<K>]
    : [about: About, data: DataOf<K>]
): string {
  const { groupId, id = null } =
    about !== null && typeof about === 'object' ? about : { groupId: null, id: about };
  const entry = { kind, groupId, actorId: actorIdOf(actor), subjectId: id, ...(data && { data }) };
  return record(tx, entry, { isHeard: isHeard(kind) });
}

/** The group itself, as the subject of an entry. */
export function theGroup(id: string): { groupId: string; id: string } {
  return { groupId: id, id };
}

/** Whether a handler listens to this kind. */
export function isHeard(kind: Kind): boolean {
  return entries[kind].isHeard;
}

/** The kinds that handlers listen to. */
export function heardKinds(): Kind[] {
  return kinds.filter(isHeard);
}

/** The kinds that are kept as long as `retention` says. */
export function kindsWith(retention: Retention): Kind[] {
  return kinds.filter((kind) => entries[kind].retention === retention);
}

/** Kinds as SQL writes them, to compare with: `kind in (${inSql('groups.created')})`. */
export function inSql(...kinds: Kind[]): SQL {
  return sql.raw(kinds.map((kind) => `'${kind}'`).join(', '));
}

/** The account that did it, if one did. */
export function actorIdOf(actor: Actor): string | null {
  if (actor === null || typeof actor === 'string') return actor;
  return actor.viewer.signedIn ? actor.viewer.id : null;
}
