import type { Queryable } from '@groundwork/database';
import { and, desc, eq, notExists, notLike, type SQL } from 'drizzle-orm';
import { asStored } from '../../addresses.ts';
import { emailKey } from '../../accounts/emails/keys.ts';
import { accounts, siteStewards } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { mailboxOf } from '../../outbox/mailboxes.ts';
import { readLetter, readSubject, type Letter } from '../../outbox/letter.ts';
import { letters, mails } from '../../outbox/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { allowed } from '../../policy.ts';
import type { OutboxQuery, OutboxSearch } from './contract.ts';
import { maskLinks } from '../../site/own-links.ts';
import { withLinks, withoutLinks, type ReadLetter } from './links.ts';
import { letterPolicy, type SealedLetter } from './policy.ts';
import { letterOpenings } from './tables.ts';

/** What would be sent, or was, newest first: everything, or only what was refused. */
export function listOutbox(ctx: Context, { refused, ...page }: OutboxQuery) {
  return listMails(ctx, refused ? eq(mails.state, 'refused') : undefined, page);
}

/** What still bears an address: once a mail was sent, nobody knows any more to whom. */
export function searchOutbox(ctx: Context, { address, ...page }: OutboxSearch) {
  return listMails(ctx, eq(mails.mailbox, mailboxOf(address)), page);
}

const newestFirst = keyset('desc', mails.id);

async function listMails(ctx: Context, which: SQL | undefined, { after, limit = 20 }: PageQuery) {
  const { db, settings } = ctx;
  const rows = await db
    .select({ ...row, shared: sharedSubject, cursor: newestFirst.cursor })
    .from(mails)
    .leftJoin(letters, eq(letters.id, mails.letterId))
    .where(and(which, newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  const site = await findReach(ctx);
  const shown = rows.map(({ shared, values, ...mail }) => {
    const subject = readSubject({ ...mail, values }, shared);
    return {
      ...mail,
      subject: subject === null || site.isTrial ? subject : maskLinks(subject, settings.publicUrl),
    };
  });
  return { ...pageOf(shown, limit), ...site };
}

/**
 * One mail of the Outbox, with its letter as far as whoever asks may read it without a word to anyone, or as they say
 * that they open it. Every read of a letter passes here. Throws NotFound.
 */
export async function findOutboxLetter(
  ctx: Context,
  mailId: string,
  { db = ctx.db, opened }: { db?: Queryable; opened?: 'words' | 'links' } = {},
) {
  const [found] = await db
    .select({ mail: { ...row, language: mails.language, letter: mails.letter }, shared: letters })
    .from(mails)
    .leftJoin(letters, eq(letters.id, mails.letterId))
    .where(eq(mails.id, mailId));
  if (!found) throw new NotFound('mail');
  const { values, ...mail } = found.mail;
  const subject = readSubject(found.mail, found.shared);
  const letter = readLetter(found.mail, found.shared);
  const isMine = mail.toAddress !== null && asStored(mail.toAddress) === ctx.viewer.email;
  const sealed: SealedLetter = { isErased: letter === null, isMine, ...(await findReach(ctx)) };
  const can = allowed(letterPolicy, sealed);
  const { publicUrl } = ctx.settings;
  const showsLinks = can.readLinks || (opened === 'links' && can.handOver);
  const showsWords = can.read || showsLinks || (opened !== undefined && can.open);
  const shown = (words: Letter): ReadLetter =>
    showsLinks ? withLinks(words) : withoutLinks(words, publicUrl);
  return {
    ...{ ...mail, isMine, isErased: sealed.isErased, can },
    subject: subject === null || showsLinks ? subject : maskLinks(subject, publicUrl),
    letter: letter && showsWords ? shown(letter) : null,
  };
}
export type OutboxMail = Awaited<ReturnType<typeof findOutboxLetter>>;

/** Which letters to whoever asks were opened by others, newest first. */
export function listOwnOpenings(ctx: Context) {
  return ctx.db
    .select({
      id: letterOpenings.id,
      writtenAt: letterOpenings.writtenAt,
      openedAt: letterOpenings.openedAt,
      openedBy: accounts.name,
      withLinks: letterOpenings.withLinks,
    })
    .from(letterOpenings)
    .leftJoin(accounts, eq(accounts.id, letterOpenings.openedBy))
    .where(eq(letterOpenings.receiverKey, emailKey(ctx, ctx.viewer.email)))
    .orderBy(desc(letterOpenings.openedAt), desc(letterOpenings.id))
    .limit(20);
}

/** Whether mail goes out, and if not, whether anybody real could be harmed by what lies here. */
async function findReach({ db, settings }: Context) {
  if (settings.sendsMail) return { sendsMail: true, isTrial: false };
  const isSteward = db
    .select({ id: siteStewards.accountId })
    .from(siteStewards)
    .where(eq(siteStewards.accountId, accounts.id));
  const real = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(notLike(accounts.email, MADE_UP), notExists(isSteward)))
    .limit(1);
  return { sendsMail: false, isTrial: real.length === 0 };
}

/** A demonstration's people live at a name that nobody can have (RFC 2606), so nobody real is among them. */
const MADE_UP = '%.example';

const sharedSubject = { subject: letters.subject };

const row = {
  id: mails.id,
  state: mails.state,
  subject: mails.subject,
  values: mails.values,
  toAddress: mails.toAddress,
  promisedAt: mails.promisedAt,
  finishedAt: mails.finishedAt,
};
