import { Type, type Static } from 'typebox';
import { PageOf } from '../../paging.ts';
import { GroupCard } from '../contract.ts';

export const InvitationState = Type.Enum(['open', 'expired', 'used-up']);

/** Without `useLimit`, as many as find the link in `days` days. */
export const NewInvitation = Type.Object({
  days: Type.Integer({ minimum: 1, maximum: 90 }),
  useLimit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
});
export type NewInvitation = Static<typeof NewInvitation>;

/** An invitation as stewards see it. */
export const InvitationView = Type.Object({
  id: Type.String(),
  madeByName: Type.Union([Type.String(), Type.Null()]),
  madeAt: Type.String(),
  expiresAt: Type.String(),
  useLimit: Type.Union([Type.Integer(), Type.Null()]),
  useCount: Type.Integer(),
  state: InvitationState,
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

/** What the holder of an invitation sees. `group` is null once it is no longer open. */
export const InvitationFace = Type.Object({
  state: InvitationState,
  group: Type.Union([Type.Omit(GroupCard, ['memberCount']), Type.Null()]),
});
export type InvitationFace = Static<typeof InvitationFace>;
