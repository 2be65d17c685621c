/** How long an entry is kept: as long as the setting of its class says; `lasting`: as long as the site. */
export type Retention = 'lasting' | 'audit' | 'brief';

/** What the site knows of a kind of entry. `data` is there for its type alone; there is never a value. */
export type EntryKind<Data = unknown, Heard extends boolean = boolean> = {
  retention: Retention;
  isHeard: Heard;
  data?: Data;
};

/** The kinds of one feature, each named after it: `events.moved`. */
export type KindsOf<Feature extends string> = Record<`${Feature}.${string}`, EntryKind>;

export type NoData = Record<string, never>;

/** Kept for good: who began a thing, or stands for it, which nothing else knows. */
export function lasting(): EntryKind<NoData, false> {
  return { retention: 'lasting', isHeard: false };
}

/** Kept for whoever asks later who did what: deeds that decide about others, and what pages read of the journal. */
export function audit(): EntryKind<NoData, false>;
export function audit<Data>(): EntryKind<Data, false>;
export function audit(): EntryKind<unknown, false> {
  return { retention: 'audit', isHeard: false };
}

/** Kept while it may still explain something: what crowds do, and what the site does by itself. */
export function brief(): EntryKind<NoData, false>;
export function brief<Data>(): EntryKind<Data, false>;
export function brief(): EntryKind<unknown, false> {
  return { retention: 'brief', isHeard: false };
}

/** A handler listens: an entry of this kind is delivered. Others are only kept. */
export function heard<Data>(kind: EntryKind<Data>): EntryKind<Data, true> {
  return { ...kind, isHeard: true };
}
