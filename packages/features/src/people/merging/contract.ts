import { Type, type Static } from 'typebox';
import { PageOf, PageQuery } from '../../paging.ts';
import { nullable } from '../../nullable.ts';

const Id = Type.String({ format: 'uuid' });

/** What one of the two is chosen of; `field:` and an id is one of the group's own fields. */
const MergedPart = Type.String({
  pattern: '^(name|pronouns|language|email|phone|address|assessment|contact|field:[0-9a-f-]{36})$',
});

/** Which record each part is taken from; of a part that is not named, what stays is the fuller or the newer. */
export const MergeInput = Type.Object({
  otherId: Id,
  chosen: Type.Array(Type.Object({ part: MergedPart, personId: Id }), { maxItems: 60 }),
});
export type MergeInput = Static<typeof MergeInput>;
export const Merged = Type.Object({ personId: Id, mergeId: Id });

const Side = Type.Object({
  id: Type.String(),
  name: Type.String(),
  addedAt: Type.String({ format: 'date-time' }),
  hasAccount: Type.Boolean(),
});
/** Two records side by side. */
export const Comparison = Type.Object({
  stays: Side,
  goes: Side,
  /** Why they cannot be one, as the code of a sentence. */
  refusal: nullable(Type.String()),
  parts: Type.Array(
    Type.Object({
      part: Type.String(),
      /** The name of a field of the group's own. */
      label: nullable(Type.String()),
      stays: nullable(Type.String()),
      goes: nullable(Type.String()),
      preferred: Type.Enum(['stays', 'goes']),
      /** Nothing is to be chosen: only one has something, or it is the email that an account reads. */
      isFixed: Type.Boolean(),
    }),
  ),
  answers: Type.Array(
    Type.Object({
      way: Type.String(),
      purpose: Type.String(),
      stays: nullable(Type.String()),
      goes: nullable(Type.String()),
      merged: Type.String(),
    }),
  ),
  /** Whether one of them is not to be contacted, and so both. */
  doNotContact: Type.Boolean(),
});
export type Comparison = Static<typeof Comparison>;

export const MergesOfPerson = Type.Array(
  Type.Object({
    id: Type.String(),
    /** What the record that went was called. */
    name: nullable(Type.String()),
    email: nullable(Type.String()),
    by: nullable(Type.String()),
    at: Type.String({ format: 'date-time' }),
    /** Until when they can be parted. */
    until: Type.String({ format: 'date-time' }),
    /** Whether this one is the next to be parted: the last of them goes first. */
    isNext: Type.Boolean(),
  }),
);
export type MergesOfPerson = Static<typeof MergesOfPerson>;
export const Parted = Type.Object({ personId: Id });

export const DuplicatesQuery = Type.Interface([PageQuery], {});
const Likeness = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: nullable(Type.String()),
  phone: nullable(Type.String()),
  addedAt: Type.String({ format: 'date-time' }),
});
export const DuplicatePage = PageOf(
  Type.Object({
    first: Likeness,
    second: Likeness,
    why: Type.Array(Type.Enum(['phone', 'mailbox', 'name'])),
  }),
);
/** The last look for records of one human; null where nobody looked yet. */
export const DuplicateLook = Type.Object({
  look: nullable(
    Type.Object({
      stage: Type.Enum(['asked', 'phones', 'mailboxes', 'names', 'done']),
      foundCount: Type.Integer(),
      askedAt: Type.String({ format: 'date-time' }),
      finishedAt: nullable(Type.String({ format: 'date-time' })),
    }),
  ),
  can: Type.Object({ merge: Type.Boolean() }),
});
export const TwoPeople = Type.Object({ firstId: Id, secondId: Id });
