import { Type, type Static } from 'typebox';
import { Visibility } from '../../groups/contract.ts';
import { PageOf } from '../../paging.ts';

const Moment = Type.String({ format: 'date-time' });
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const Count = Type.Integer();

/** One account with what it made, as far as strangers may see it; of the rest, numbers. */
export const SiteAccount = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  createdAt: Moment,
  isSiteSteward: Type.Boolean(),
  isMe: Type.Boolean(),
  suspension: Type.Union([Type.Object({ reason: Type.String(), suspendedAt: Moment }), Type.Null()]),
  /** Browsers that are signed in, and the day one of them was last used. */
  sessionCount: Count,
  lastSeenOn: TextOrNull,
  /** The groups it looks after, by name; those it is otherwise in are a number. */
  stewardOf: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), slug: TextOrNull, visibility: Visibility }),
  ),
  groupCount: Count,
  messageCount: Count,
  /** What it put before the public in groups it is in, newest first. */
  published: Type.Array(
    Type.Object({
      kind: Type.Enum(['campaign', 'event']),
      title: Type.String(),
      slug: Type.String(),
      at: Moment,
    }),
  ),
});
export type SiteAccount = Static<typeof SiteAccount>;

export const AccountRow = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  isSiteSteward: Type.Boolean(),
  isSuspended: Type.Boolean(),
  groupCount: Count,
  createdAt: Moment,
});
export const AccountsPage = PageOf(AccountRow);
export type AccountsPage = Static<typeof AccountsPage>;
