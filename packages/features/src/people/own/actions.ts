import { newId, type Transaction } from '@groundwork/database';
import type { Key } from '@groundwork/words';
import { and, eq } from 'drizzle-orm';
import { asStored } from '../../addresses.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { trySpend } from '../../limits/limits.ts';
import { tell } from '../../notices/actions.ts';
import { mailboxOf } from '../../outbox/mailboxes.ts';
import { allowContact, giveConsent, withdrawConsent } from '../consents.ts';
import { forgetPerson } from '../erasing.ts';
import { findOwnRecord } from '../queries.ts';
import { consents } from '../tables.ts';
import type { OwnAnswer } from './contract.ts';
import { openMailbox } from './mailboxes.ts';
import { listOfMailbox } from './queries.ts';

/** Enough for who lost the mail, and no flood. */
const PER_MAILBOX = { name: 'people.own-records', count: 3, minutes: 24 * 60 };

/** Mails a mailbox the link to what is held about it, if anything is; whoever asks cannot tell whether. */
export async function askForOwnRecords(ctx: Context, asked: string): Promise<void> {
  const email = asStored(asked);
  // Counted whether or not anybody is known.
  if ((await trySpend(ctx, { limit: PER_MAILBOX, key: mailboxOf(email) })) !== null) return;
  await ctx.change(async (tx) => {
    const [held] = await listOfMailbox(tx, email).limit(1);
    if (!held) return;
    const to = { typed: 'form', email, language: held.language } as const;
    await tell(tx, ctx, 'people.own-records-asked', { to, id: newId(), email });
  });
}

/** Erases whoever reads this mailbox from every group of the site, at once or not at all. */
export async function eraseOwnRecords(
  ctx: Context,
  sealed: string,
  { leavesNoTrace = false }: { leavesNoTrace?: boolean },
): Promise<void> {
  const address = openMailbox(ctx, sealed);
  const no = leavesNoTrace ? 'forgotten' : 'meant';
  await ctx.change(async (tx) => {
    for (const { id, groupId } of await listOfMailbox(tx, address))
      await forgetPerson(tx, ctx, { id, groupId, actorId: null, no });
  });
}

/** A person says yes or no themselves: to one way of being reached, to what members must hear, to being passed on. */
export async function answerOwn(ctx: Context, sealed: string, answer: OwnAnswer): Promise<void> {
  const { id: personId, groupId } = await findOwnRecord(ctx, sealed);
  const { way, purpose, given } = answer;
  const change = { personId, groupId, way, purpose, how: 'own-page' } as const;
  await ctx.change(async (tx) => {
    await mustBeAsked(tx, personId, answer);
    if (given === 'no') await withdrawConsent(tx, change);
    else {
      if (way !== 'any') await allowContact(tx, { personId, groupId, way });
      await giveConsent(tx, ctx, { ...change, words: WORDS[purpose === 'membership' ? purpose : way] });
    }
    note(tx, null, given === 'yes' ? 'people.subscribed' : 'people.unsubscribed', { groupId, id: personId });
  });
}

/**
 * About what happens next anybody may say either, and no to being passed on; of the rest there is no answer where nobody asked, and
 * no yes to be passed on.
 */
async function mustBeAsked(tx: Transaction, personId: string, { way, purpose, given }: OwnAnswer) {
  const isAnyones = purpose === 'updates' ? way !== 'any' : purpose === 'sharing' && given === 'no';
  if (isAnyones) return;
  const isThis = and(eq(consents.personId, personId), eq(consents.way, way), eq(consents.purpose, purpose));
  const wasAsked = (await tx.$count(consents, isThis)) > 0;
  if (!wasAsked || (purpose === 'sharing' && given === 'yes')) throw new NotFound('answer');
}

/** What somebody reads who says yes on their own page. */
const WORDS = {
  email: 'people.own.agree.email',
  text: 'people.own.agree.text',
  call: 'people.own.agree.call',
  post: 'people.own.agree.post',
  any: 'people.consent.any',
  membership: 'people.unsubscribe.membership.undo',
} satisfies Record<OwnAnswer['way'] | 'membership', Key>;
