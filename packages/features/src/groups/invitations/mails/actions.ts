import { newId, type Transaction } from '@groundwork/database';
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { accounts } from '../../../accounts/tables.ts';
import type { Context } from '../../../context.ts';
import { Conflict, Invalid, NotFound } from '../../../errors.ts';
import { note, theGroup } from '../../../journal.ts';
import { spendQuota } from '../../../limits/making.ts';
import { tell } from '../../../notices/actions.ts';
import { findSite } from '../../../site/queries.ts';
import { hashToken, newToken } from '../../../site/tokens.ts';
import { changeGroup } from '../../locks.ts';
import { groupPolicy } from '../../policy.ts';
import type { SeenGroup } from '../../queries.ts';
import { carriedBy } from '../../responsibilities.ts';
import { groupBans, memberships } from '../../tables.ts';
import { groupInvitationAddressees, groupInvitations } from '../tables.ts';
import { refuseBeyond } from '../../members/actions.ts';
import { endInvitationsTo } from '../ending.ts';
import { readPasted } from '../pasted.ts';
import type { MailedInvitations, NewMailedInvitations } from './contract.ts';

const DAYS = 14;
const MOST_ADDRESSES = 200;

type Addressee = Pick<typeof groupInvitationAddressees.$inferSelect, 'email' | 'role' | 'language'>;

/**
 * Mails an invitation to each mailbox among what was pasted that is not in the group, not banned from it, and has none
 * that waits. Says what came of each. Whether a mailbox has an account on this site changes nothing here.
 */
export async function mailInvitations(
  ctx: Context,
  slug: string,
  { addresses, role, language }: NewMailedInvitations,
): Promise<MailedInvitations> {
  return changeGroup(ctx, slug, 'invite', async (tx, group) => {
    refuseUnvouched(group);
    refuseBeyond(group, carriedBy(role));
    const pasted = readPasted(addresses);
    if (pasted.addresses.length > MOST_ADDRESSES)
      throw new Invalid([
        { name: 'addresses', code: 'groups.too-many-addresses', params: { most: MOST_ADDRESSES } },
      ]);
    // Of two who invite the same mailbox at once, the second hears here that it waits.
    const states = await statesOf(tx, group.id, pasted.addresses);
    const of = (kind: AddresseeState) => pasted.addresses.filter((email) => states.get(email) === kind);
    const invited = pasted.addresses.filter((email) => !states.has(email));
    const addressees = invited.map((email) => ({ email, role, language }));
    await inviteMailboxes(tx, ctx, { group, addressees });
    return {
      ...{ invited, waiting: of('waiting'), members: of('member'), banned: of('banned') },
      unreadable: pasted.unreadable,
    };
  });
}

/** Sends an invitation again, with a new link and time from now on; the link of the mail before opens nothing any more. */
export async function mailInvitationAgain(ctx: Context, slug: string, id: string): Promise<void> {
  await changeGroup(ctx, slug, 'invite', async (tx, group) => {
    refuseUnvouched(group);
    const addressee = await findAddressee(tx, group.id, id);
    refuseBeyond(group, carriedBy(addressee.role));
    const states = (await statesOf(tx, group.id, [addressee.email])).get(addressee.email);
    if (addressee.useCount > 0 || states === 'member' || states === 'banned')
      throw new Conflict('groups.invitation-over');
    await inviteMailboxes(tx, ctx, { group, addressees: [addressee] });
  });
}

/** Refuses (409) by mail what whoever may invite can do by a link, and says what they can do about it. */
function refuseUnvouched(group: SeenGroup) {
  if (!groupPolicy.inviteByMail(group)) throw new Conflict('groups.invite-unvouched');
}

type AddresseeState = 'member' | 'banned' | 'waiting';

/** What each of these mailboxes is to the group, as far as it knows; an address with an account elsewhere is unknown to it. */
async function statesOf(tx: Transaction, groupId: string, emails: string[]) {
  const isOneOf = inArray(accounts.email, emails);
  const members = tx
    .select({ email: accounts.email, kind: sql<AddresseeState>`'member'` })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(eq(memberships.groupId, groupId), isOneOf));
  const banned = tx
    .select({ email: accounts.email, kind: sql<AddresseeState>`'banned'` })
    .from(groupBans)
    .innerJoin(accounts, eq(accounts.id, groupBans.accountId))
    .where(and(eq(groupBans.groupId, groupId), isOneOf));
  const waiting = tx
    .select({ email: groupInvitationAddressees.email, kind: sql<AddresseeState>`'waiting'` })
    .from(groupInvitationAddressees)
    .innerJoin(groupInvitations, eq(groupInvitations.id, groupInvitationAddressees.invitationId))
    .where(
      and(
        eq(groupInvitationAddressees.groupId, groupId),
        inArray(groupInvitationAddressees.email, emails),
        eq(groupInvitations.useCount, 0),
        gt(groupInvitations.expiresAt, sql`now()`),
      ),
    );
  if (emails.length === 0) return new Map<string, AddresseeState>();
  const rows = [...(await waiting), ...(await members), ...(await banned)];
  return new Map(rows.map(({ email, kind }) => [email, kind]));
}

async function findAddressee(tx: Transaction, groupId: string, id: string) {
  const [addressee] = await tx
    .select({
      email: groupInvitationAddressees.email,
      role: groupInvitationAddressees.role,
      language: groupInvitationAddressees.language,
      useCount: groupInvitations.useCount,
    })
    .from(groupInvitationAddressees)
    .innerJoin(groupInvitations, eq(groupInvitations.id, groupInvitationAddressees.invitationId))
    .where(
      and(eq(groupInvitationAddressees.invitationId, id), eq(groupInvitationAddressees.groupId, groupId)),
    );
  if (!addressee) throw new NotFound('invitation');
  return addressee;
}

type Inviting = { group: SeenGroup; addressees: Addressee[] };

/** Makes the one invitation that each mailbox has of the group, in the place of one before, and promises the mails. */
async function inviteMailboxes(tx: Transaction, ctx: Context, { group, addressees }: Inviting) {
  if (addressees.length === 0) return;
  await spendQuota(ctx, tx, { 'mailed-invitations': addressees.length }, group.id);
  await endInvitationsTo(
    tx,
    group.id,
    addressees.map(({ email }) => email),
  );
  const groupId = group.id;
  const expiresAt = new Date(Date.now() + DAYS * 86_400_000);
  const made = addressees.map((addressee) => ({ ...addressee, id: newId(), token: newToken() }));
  await tx.insert(groupInvitations).values(
    made.map(({ id, token }) => ({
      ...{ id, groupId, tokenHash: hashToken(token), madeBy: ctx.viewer.id },
      ...{ expiresAt, useLimit: 1 },
    })),
  );
  await tx
    .insert(groupInvitationAddressees)
    .values(
      made.map(({ id, email, role, language }) => ({ invitationId: id, groupId, email, role, language })),
    );
  note(tx, ctx, 'groups.invitations-mailed', { groupId }, { invitationIds: made.map(({ id }) => id) });
  const { name: site } = await findSite({ db: tx });
  const about = { ...theGroup(groupId), name: group.name };
  const invited = made.map(({ id, token, email, language }) => {
    const to = { typed: 'form' as const, email, language };
    return { to, about, invitationId: id, token, site, expiresAt };
  });
  await tell(tx, ctx, 'groups.invited', ...invited);
}
