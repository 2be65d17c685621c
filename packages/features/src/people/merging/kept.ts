/** A row as the database writes it as JSON, by the names of its columns. */
export type KeptRow = Record<string, unknown>;

/** One thing that a merge did to a table, as little as takes it back. */
export type MergeStep =
  /** Rows that named `from` name `to` since; `keys` are the rest of their primary keys. */
  | { did: 'moved'; table: string; column: string; from: string; to: string; keys: KeptRow[] }
  | { did: 'set-aside'; table: string; row: KeptRow }
  | { did: 'added'; table: string; row: KeptRow };

/** What parts two records again: the one that went, and of the one that stayed what it was and became. */
export type KeptOfMerge = {
  gone: KeptRow;
  before: KeptRow;
  after: KeptRow;
  answers: Record<'gone' | 'before' | 'after', KeptRow[]>;
  steps: MergeStep[];
};
