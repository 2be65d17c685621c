import { newId, type Transaction } from '@groundwork/database';
import { eq, lt, sql } from 'drizzle-orm';
import { asStored } from '../../addresses.ts';
import { emailKey } from '../../accounts/emails/keys.ts';
import { accountReceiver } from '../../accounts/receivers.ts';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { note } from '../../journal.ts';
import { tell } from '../../notices/actions.ts';
import { permit } from '../../policy.ts';
import { findOutboxLetter, type OutboxMail } from './queries.ts';
import { letterOpenings } from './tables.ts';

/**
 * Opens a letter to somebody else, without the links that stand for its receiver, or with them where no mail goes out
 * and somebody has to hand them on. It is on record, and its receiver is told: by mail if they have an account, which has
 * proved their address; else, or where no mail goes out, on the page of the account that has it or will have.
 * Throws NotFound, Conflict when its words are gone, Forbidden.
 */
export async function openLetter(ctx: Context, mailId: string, asked: { withLinks?: boolean | undefined }) {
  const isWithLinks = asked.withLinks === true;
  return ctx.change(async (tx) => {
    const opened = isWithLinks ? ('links' as const) : ('words' as const);
    const mail = await findOutboxLetter(ctx, mailId, { db: tx, opened });
    if (mail.isErased) throw new Conflict('stewardship.letter-erased');
    permit(openable, isWithLinks ? 'handOver' : 'open', mail);
    await keepOpening(tx, ctx, mail, isWithLinks);
    return mail;
  });
}

const openable = {
  open: ({ can }: OutboxMail) => can.open,
  handOver: ({ can }: OutboxMail) => can.handOver,
};

async function keepOpening(tx: Transaction, ctx: Context, mail: OutboxMail, isWithLinks: boolean) {
  const { id: mailId, promisedAt: writtenAt, toAddress, isMine } = mail;
  note(tx, ctx, 'stewardship.letter-opened', mailId, { withLinks: isWithLinks });
  if (toAddress === null || isMine) return;
  const receiverKey = emailKey(ctx, toAddress);
  const opening = { id: newId(), mailId, writtenAt, receiverKey, openedBy: ctx.viewer.id };
  await tx.insert(letterOpenings).values({ ...opening, withLinks: isWithLinks });
  const [owner] = await tx
    .select(accountReceiver)
    .from(accounts)
    .where(eq(accounts.email, asStored(toAddress)));
  if (!owner || !ctx.settings.sendsMail) return;
  await tell(tx, ctx, 'stewardship.letter-opened', { to: owner, receiverKey, withLinks: isWithLinks });
}

/** Forgets who opened what more than `days` ago; the journal keeps that it was for longer. */
export async function forgetOpenings({ db }: Context, days = 90): Promise<void> {
  await db
    .delete(letterOpenings)
    .where(lt(letterOpenings.openedAt, sql`now() - make_interval(days => ${days})`));
}
