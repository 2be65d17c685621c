import type { Transaction } from '@groundwork/database';
import { say, type Language } from '@groundwork/words';
import { dateFormat } from '@groundwork/words/dates';
import { and, eq, not } from 'drizzle-orm';
import { isSuspended } from '../accounts/suspensions/queries.ts';
import { accounts } from '../accounts/tables.ts';
import type { House } from '../context.ts';
import { promiseMails, type MailPromise } from '../outbox/actions.ts';
import { findSite } from '../site/queries.ts';
import type { Responsibility } from './responsibilities.ts';
import { carries, standingOf } from './standing.ts';
import { groups } from './tables.ts';

/** What the site tells those who run a group, or all its members, in its own words. */
export type GroupNews =
  | 'vouched'
  | 'doubted'
  | 'hidden'
  | 'shown'
  | 'frozen'
  | 'thawed'
  | 'steward-given'
  | 'deletion-asked'
  | 'deletion-withdrawn';

export type Telling = {
  groupId: string;
  news: GroupNews;
  /** Names the telling, such as a journal entry's id: told twice under one key is told once. */
  key: string;
  /** What a steward of the site, or of the group, gave as the reason. */
  reason?: string;
  /** A day that the news speaks of. */
  on?: Date;
};
/** `isSteward`: whoever can also save what there is hears how. */
type Receiver = { id: string; email: string; language: Language; isSteward?: boolean };

/** Promises a mail to each of a group's people who carry a responsibility: they are few. All members are told by the batch. */
export async function tellCarriers(
  tx: Transaction,
  house: Pick<House, 'settings'>,
  { responsibility, ...telling }: Telling & { responsibility: Responsibility },
): Promise<void> {
  const receivers = await listCarriers(tx, telling.groupId, responsibility);
  await tellReceivers(tx, house, { ...telling, receivers });
}

/** Those who carry a responsibility in a group and may come in, as mail reaches them. */
export function listCarriers(tx: Transaction, groupId: string, responsibility: Responsibility) {
  return tx
    .select({ id: accounts.id, email: accounts.email, language: accounts.language })
    .from(accounts)
    .innerJoin(...standingOf(accounts.id, groupId))
    .where(and(carries(responsibility), not(isSuspended(accounts.id))));
}

/** Promises the mails to accounts that were read already. A mail of the site: a frozen group's news goes out as well. */
export async function tellReceivers(
  tx: Transaction,
  { settings }: Pick<House, 'settings'>,
  { groupId, receivers, ...telling }: Telling & { receivers: Receiver[] },
): Promise<void> {
  const [group] = await tx
    .select({ name: groups.name, slug: groups.slug })
    .from(groups)
    .where(eq(groups.id, groupId));
  if (!group) return;
  const { name: site } = await findSite({ db: tx });
  const url = `${settings.publicUrl}/groups/${group.slug}`;
  const told = { ...telling, words: { group: group.name, site }, url };
  await promiseMails(
    tx,
    receivers.map((receiver) => written(receiver, told)),
  );
}

type Told = Omit<Telling, 'groupId'> & { words: { group: string; site: string }; url: string };

function written(
  { id, email, language, isSteward = false }: Receiver,
  { news, key, reason, on, words, url }: Told,
): MailPromise {
  const date = on && dateFormat(language, 'UTC', 'day').format(on);
  const params = { ...words, date: date ?? '' };
  const text = (part: 'subject' | 'heading' | 'text') => say(language, `mail.groups.${news}.${part}`, params);
  const saves = isSteward && news === 'deletion-asked';
  return {
    key: `groups.${news}:${key}:${id}`,
    to: email,
    language,
    subject: text('subject'),
    letter: {
      heading: text('heading'),
      paragraphs: [
        text('text'),
        ...(saves ? [say(language, 'mail.groups.deletion-asked.save')] : []),
        ...(reason ? [say(language, 'mail.groups.reason', { reason })] : []),
      ],
      button: saves
        ? { label: say(language, 'mail.groups.deletion-asked.button'), url: `${url}/settings#deletion` }
        : { label: say(language, 'mail.groups.button', words), url },
    },
  };
}
