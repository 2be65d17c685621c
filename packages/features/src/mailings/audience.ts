import type { Queryable } from '@groundwork/database';
import type { Language } from '@groundwork/words';
import type { SQLWrapper } from 'drizzle-orm';

/** An audience as it is stored with its mailing: its kind, and what that needs to find whoever is in it now. */
export type Condition = { kind: string } & Record<string, string | readonly string[]>;

/** Somebody who is to have a mailing. */
export type Receiver = {
  personId: string;
  email: string;
  language: Language;
  /** Which letter they get, where a mailing has several in a language. */
  variant: string;
  /** What the values of their mail are made of: their own id or name, or the id of what they did. */
  own: string;
  /** Before which their mail does not leave; null: as soon as its turn comes. */
  dueAt: string | null;
};

/** A kind of audience. Features list theirs in `audiences.ts`. */
export type Audience = {
  kind: string;
  /**
   * Everyone in it, once, as rows of `person_id`, `email`, `language`, `variant`, `own`, `due_at`. Mailings take them by person
   * from a place on, which an index should serve; it is therefore no union, and has no order or limit. The condition's values
   * may be parameters of a prepared statement: lists stand in it as `= any(...)`.
   */
  receivers(db: Queryable, condition: Condition): SQLWrapper;
};

/** A kind of audience that asks for these; `of` is its condition, to be stored. */
export function defineAudience<Asked extends Record<string, string | readonly string[]>>(
  kind: string,
  receivers: (db: Queryable, asked: Asked) => SQLWrapper,
): Audience & { of(asked: Asked): Condition } {
  return {
    kind,
    of: (asked) => ({ ...asked, kind }),
    // What is stored was made by `of`.
    receivers: (db, condition) => receivers(db, condition as Condition & Asked),
  };
}
