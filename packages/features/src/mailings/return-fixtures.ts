import { aComplaint, aReturnReport } from '@groundwork/inbox/fixtures';
import type { Mailbox } from '@groundwork/mail/testing';
import { eq } from 'drizzle-orm';
import { audiences } from '../audiences.ts';
import { aGroup } from '../groups/fixtures.ts';
import { mailingKinds } from '../mailings.ts';
import { aMailbox } from '../outbox/fixtures.ts';
import { openReturns } from '../outbox/returns/arriving.ts';
import { shutMailboxes } from '../outbox/tables.ts';
import { aPerson } from '../people/fixtures.ts';
import { people, personHistory } from '../people/tables.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aMailing } from './fixtures.ts';
import { watchBy } from './watching.ts';

export const RETURN_ADDRESS = 'returns@groves.example';

/** From now on mail of this site comes back to an address of its own; what reads it there. */
export function withReturns(site: TestSite) {
  site.house.settings.returnAddress = RETURN_ADDRESS;
  return openReturns({
    ...site.house,
    ...watchBy({ audiences, kinds: mailingKinds }),
    answered: async () => false,
  });
}

/** Where the newest mail to an address comes back to. */
export function returnPathTo(mailbox: Mailbox, address: string): string {
  return mailbox.mails().findLast(({ to }) => to.includes(address))?.returnPath ?? '';
}

/** A mailing that went to one person, whose address another group knows too. */
export async function aSentMailing() {
  const site = await aSite();
  const reader = withReturns(site);
  const mailing = await aMailing(site);
  const ana = await mailing.add();
  const address = ana.email ?? '';
  const other = await aGroup(site);
  const elsewhere = await aPerson(site, other, { email: address });
  const mailbox = await aMailbox();
  await mailing.run();
  await mailing.send(mailbox);
  const path = returnPathTo(mailbox, address);
  const comeBack = (status?: string, to = path) =>
    reader.take({ receivers: [to], raw: aReturnReport(status) });
  const complain = () => reader.take({ receivers: [RETURN_ADDRESS], raw: aComplaint(path) });
  return { site, reader, mailing, ana, other, elsewhere, address, mailbox, path, comeBack, complain };
}

/** The kinds of lines in somebody's history, oldest first. */
export const kindsInHistory = async ({ db }: TestSite, personId: string) =>
  (
    await db
      .select({ kind: personHistory.kind })
      .from(personHistory)
      .where(eq(personHistory.personId, personId))
      .orderBy(personHistory.at, personHistory.id)
  ).map(({ kind }) => kind);
/** The people whose address is known to send mail back. */
export const listRefused = async ({ db }: TestSite) =>
  (await db.select({ id: people.id, at: people.mailRefusedAt }).from(people)).flatMap(({ id, at }) =>
    at ? [id] : [],
  );
/** Why mailboxes are shut. */
export const listShut = ({ db }: TestSite) => db.select({ why: shutMailboxes.why }).from(shutMailboxes);
