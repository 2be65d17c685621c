import { Type, type Static } from 'typebox';
import { Opening } from '../../accounts/contract.ts';
import { PageOf, PageQuery } from '../../paging.ts';
import { GroupCard } from '../contract.ts';

export const InvitationState = Type.Enum(['open', 'expired', 'used-up']);

/** Whoever is to look after a group is made its steward once they are in: a mail is forwarded too easily. */
export const InvitedRole = Type.Enum(['member', 'organizer']);
export type InvitedRole = Static<typeof InvitedRole>;

/** Without `useLimit`, as many as find the link in `days` days. */
export const NewInvitation = Type.Object({
  days: Type.Integer({ minimum: 1, maximum: 90 }),
  useLimit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
});
export type NewInvitation = Static<typeof NewInvitation>;

/** `isMailed`: those that went to a mailbox, instead of links. */
export const InvitationQuery = Type.Interface([PageQuery], { isMailed: Type.Optional(Type.Boolean()) });
export type InvitationQuery = Static<typeof InvitationQuery>;

/** An invitation as stewards see it. */
export const InvitationView = Type.Object({
  id: Type.String(),
  madeByName: Type.Union([Type.String(), Type.Null()]),
  madeAt: Type.String(),
  expiresAt: Type.String(),
  useLimit: Type.Union([Type.Integer(), Type.Null()]),
  useCount: Type.Integer(),
  state: InvitationState,
  /** Null: a link, for whoever holds it. */
  addressee: Type.Union([Type.Object({ email: Type.String(), role: InvitedRole }), Type.Null()]),
});
export type InvitationView = Static<typeof InvitationView>;
export const InvitationPage = PageOf(InvitationView);
export type InvitationPage = Static<typeof InvitationPage>;

/** What whoever makes an invitation gets: the link, this one time; only its hash is kept. */
export const MadeInvitation = Type.Object({
  id: Type.String(),
  url: Type.String(),
  expiresAt: Type.String(),
});
export type MadeInvitation = Static<typeof MadeInvitation>;

/**
 * What the holder of an invitation sees. `group` is null once it is no longer open. `addressee`: whose mailbox it was
 * mailed to, whether or not that has an account; whoever is signed in with another is let in as a member.
 */
export const InvitationFace = Type.Object({
  state: InvitationState,
  group: Type.Union([Type.Omit(GroupCard, ['memberCount']), Type.Null()]),
  addressee: Type.Union([
    Type.Object({ email: Type.String(), role: InvitedRole, isViewer: Type.Boolean() }),
    Type.Null(),
  ]),
  /** Whether it lets a new person open an account on this site. */
  opensAccounts: Type.Boolean(),
});
export type InvitationFace = Static<typeof InvitationFace>;

/** For who was mailed an invitation: its link proves the mailbox. */
export const InvitedAccount = Type.Omit(Opening, ['email', 'next', 'invitation']);
export type InvitedAccount = Static<typeof InvitedAccount>;
/** For who holds a link: their mailbox is asked first. */
export const InvitedOpening = Type.Omit(Opening, ['next', 'invitation']);
export type InvitedOpening = Static<typeof InvitedOpening>;
export const InvitedDone = Type.Object({ slug: Type.String() });
