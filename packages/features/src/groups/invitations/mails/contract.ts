import { Type, type Static } from 'typebox';
import { LanguageCode } from '../../../site/contract.ts';
import { prose } from '../../../texts.ts';
import { LENGTHS } from '../../../lengths.ts';
import { InvitedRole } from '../contract.ts';

/** `addresses`: as they were pasted, see pasted.ts. */
export const NewMailedInvitations = Type.Object({
  addresses: prose(LENGTHS.addresses),
  role: InvitedRole,
  language: LanguageCode,
});
export type NewMailedInvitations = Static<typeof NewMailedInvitations>;

/** What came of each address. A mail goes to those in `invited`, and to nobody else. */
export const MailedInvitations = Type.Object({
  invited: Type.Array(Type.String()),
  /** Their invitation still waits: it can be sent again from its row. */
  waiting: Type.Array(Type.String()),
  members: Type.Array(Type.String()),
  banned: Type.Array(Type.String()),
  /** No addresses, as they were pasted. */
  unreadable: Type.Array(Type.String()),
});
export type MailedInvitations = Static<typeof MailedInvitations>;
