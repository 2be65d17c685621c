import type { Queryable } from '@groundwork/database';
import type { ReceivedMail } from '@groundwork/mail/testing';
import { getTableColumns, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCampaign } from '../campaigns/fixtures.ts';
import { entries } from '../entries.ts';
import { anEvent } from '../events/fixtures.ts';
import { promiseNext, sendMailings } from '../mailings/fixtures.ts';
import { mailings } from '../mailings/tables.ts';
import { aMailbox } from '../outbox/fixtures.ts';
import { letters, mails } from '../outbox/tables.ts';
import { aPerson } from '../people/fixtures.ts';
import { people, personHistory } from '../people/tables.ts';
import { storePicture } from '../site/pictures/actions.ts';
import { aSite } from '../testing.ts';
import { aWriter } from './fixtures.ts';
import { compositionReceivers, compositions } from './tables.ts';

/** How one would call it that somebody opened a mail, or pressed a link of one. */
const WATCHING =
  /^(open|click|view|visit|impression|pixel|beacon|track|engage)(s|ed|er|ing|ings|ments?)?$|^(re)?(seen|reads?|reading|readings|opened)$/;

/** What is called so and is nobody's reading of a mail: tables and columns, each with its reason. */
const NOT_OF_MAIL: Record<string, string> = {
  account_openings: 'accounts that somebody asks for',
  channel_reads: 'how far a member has read a channel, for themselves',
  'ladders.opened_at': 'when a ladder was opened to newcomers',
  'ladders.opened_by': 'who of its group opened it',
  'ladders.opening_asked_by': 'who of its group asked somebody else to open it',
  'ladders.opening_asked_for': 'what that ladder said then',
  letter_openings: 'a steward of the site opened a letter to somebody else, who is told',
  link_visits: 'how many came by a short link in a day, and nobody of them',
  people_views: 'columns over people',
  view_shares: 'with whom such columns are shared',
  'people.last_seen_at': 'the last thing that they did: signed, came, joined, answered',
  'postcode_files.read_at': 'when a table of postcodes was read in',
  'sessions.last_seen_on': 'the day an account last asked for a page',
  'sites.opening': 'who may open an account',
  'notices.seen_at': 'when somebody said, on the site, that they saw what they were told there',
};
/** Likewise kinds of the journal and of a person's history. */
const KINDS_NOT_OF_MAIL = [
  ...['accounts.opened', 'campaigns.reopened', 'reports.reopened', 'people.opened', 'directory.reopened'],
  ...['stewardship.letter-opened', 'ladders.opened', 'ladders.opening-asked', 'ladders.reopened'],
  ...['made', 'changed', 'removed', 'shared', 'share-ended'].map((deed) => `segments.view-${deed}`),
];

const isWatching = (name: string) => name.split(/[^a-z]/).some((word) => WATCHING.test(word));

test('no table and no column holds who opened a mail, or pressed a link of one', async () => {
  const { db } = await aSite();
  expect(await watched(db)).toEqual(Object.keys(NOT_OF_MAIL).sort());
});

test('one that would is found', async () => {
  const { db } = await aSite();
  await db
    .transaction(async (tx) => {
      await tx.execute(sql`alter table composition_receivers add opened_at timestamptz`);
      await tx.execute(sql`alter table mails add click_count int, add column is_read boolean`);
      await tx.execute(sql`create table mail_opens (mail_id uuid, at timestamptz)`);
      const added = ['composition_receivers.opened_at', 'mail_opens', 'mails.click_count', 'mails.is_read'];
      expect((await watched(tx)).filter((name) => !(name in NOT_OF_MAIL))).toEqual(added);
      throw new Error('nothing of it stays');
    })
    .catch((error: unknown) => expect(String(error)).toContain('nothing of it stays'));
});

test('nor does a kind of entry in the journal, or a state or kind in a table, say it', () => {
  const tables = [mails, letters, mailings, compositions, compositionReceivers, people, personHistory];
  const values = tables.flatMap((table) =>
    Object.values(getTableColumns(table)).flatMap(({ enumValues = [] }) => enumValues),
  );
  expect(values).toEqual(expect.arrayContaining(['mailed', 'mail-refused', 'sending']));
  expect(values.filter(isWatching)).toEqual([]);
  expect(Object.keys(entries).filter(isWatching).sort()).toEqual(KINDS_NOT_OF_MAIL.sort());
});

test('no letter that comes of a mailing fetches anything when it is opened', async () => {
  const { all } = await aMailedLetter();
  expect(all.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(['Two days', '[Test] Two days', expect.stringContaining('asks you to look')]),
  );
  for (const { subject, html } of all) expect(fetchedBy(html), subject).toEqual([]);
});

test('its links are for all the same, but for the way out', async () => {
  const { mailed, site, receivers } = await aMailedLetter();
  const [one, other] = mailed;
  expect(addressesOf(one)).toEqual(
    expect.arrayContaining(['https://news.example/vote?of=12', 'https://news.example/call']),
  );
  const own = addressesOf(one).filter((url) => !addressesOf(other).includes(url));
  expect(own.length).toBeGreaterThan(0);
  const wayOut = receivers.map(
    ({ unsubscribe }) => `${site.house.settings.publicUrl}/unsubscribe/${unsubscribe}`,
  );
  expect(wayOut).toEqual(expect.arrayContaining(own));
});

test('nothing else in it is one receiver’s own, to the last header', async () => {
  const { mailed, receivers } = await aMailedLetter();
  const [one, other] = mailed.map((mail) => withoutOwn(mail, receivers));
  expect(one).toEqual(other);
});

test.each([
  ['<img src="https://mail.example/1.gif">', ['https://mail.example/1.gif']],
  ['<p style="background:url(//mail.example/2)">', ['//mail.example/2']],
  ['<table background=http://mail.example/3>', ['http://mail.example/3']],
  ['<style>@import "https://mail.example/4";</style>', ['https://mail.example/4']],
  ['<link rel="stylesheet" href="https://mail.example/5">', ['https://mail.example/5']],
  ['<a href="https://news.example/" ping="https://mail.example/6">', ['https://mail.example/6']],
  ['<img src="cid:branch"><a href="https://news.example/">x</a>', []],
])('what %s fetches is found', (html, fetched) => {
  expect(fetchedBy(html)).toEqual(fetched);
});

/** A red dot, PNG. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

/** A letter with all that one can hold, as two people of one name get it, with its trials and the asking for a look. */
async function aMailedLetter() {
  const writer = await aWriter();
  const { site, group, organizer, steward, asOrganizer, begin, send } = writer;
  const mailbox = await aMailbox();
  const named = { name: 'Ana Ruiz', isSubscribed: true };
  const receivers = [await aPerson(site, group, named), await aPerson(site, group, named)];
  const event = await anEvent(site, { group });
  const campaign = await aCampaign(site, group, steward);
  const key = await storePicture(site.ctx(), DOT);
  const body = `Dear {{first name|friend}} ({{name}}, {{group}}), **look**: [the news](https://news.example/vote?of=12)

{{event ${event.slug}}}

{{petition ${campaign.slug}}}

{{button Call them -> https://news.example/call}}

![The branch](/files/${key})

> Be in the room.

---

1. one
2. two`;
  const mailing = await begin({ body });
  await asOrganizer.put(`${mailing}/sender`, { isInMyName: true });
  await asOrganizer.post(`${mailing}/trials`, { language: 'en', to: [organizer.id, steward.id] });
  await asOrganizer.put(`${mailing}/look-request`);
  expect((await send(mailing)).status).toBe(204);
  await asOrganizer.delete(`${mailing}/wait`);
  await promiseNext(site, mailing.split('/').at(-1) ?? '');
  await sendMailings(site, mailbox);
  const all = mailbox.mails();
  const mailed = all.filter(({ to }) => receivers.some(({ email }) => email === to[0]));
  expect(mailed).toHaveLength(2);
  return { site, receivers, all, mailed };
}

/** What a program that shows this asks for by itself. What lies in the message is asked of nobody. */
function fetchedBy(html: string): string[] {
  const tags = [...html.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag);
  const held = tags.flatMap((tag) => {
    const isLink = /^<a\s/i.test(tag);
    const attributes = [...tag.matchAll(/\s([a-z:-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi)];
    return attributes.flatMap(([, name = '', value = '']) =>
      name.toLowerCase() === 'href' ? (isLink ? [] : [value]) : FETCHING.test(name) ? [value] : [],
    );
  });
  const styled = [...html.matchAll(/(?:url\(|@import|image-set\()\s*["']?([^"')\s;]+)/gi)].map(
    ([, url = '']) => url,
  );
  return [...held, ...styled]
    .map((value) => value.replaceAll(/^["']|["']$/g, ''))
    .filter((value) => !/^(cid|data):/.test(value));
}
const FETCHING =
  /^(src|srcset|imagesrcset|background|poster|data|ping|action|formaction|xlink:href|manifest|longdesc)$/i;

/** Every address in what is shown and what is read aloud. */
function addressesOf(mail: ReceivedMail | undefined): string[] {
  const found = `${mail?.html ?? ''}\n${mail?.text ?? ''}`.matchAll(/\b[a-z]+:\/\/[^\s"'<>]+/gi);
  return [...new Set([...found].map(([url]) => url))];
}

type Receiver = { email: string | null; unsubscribe: string };
/** A mail without its number, its moment, the address it is to and the way out. */
function withoutOwn(mail: ReceivedMail, receivers: Receiver[]) {
  const plain = (text: string) =>
    receivers.reduce(
      (left, { email, unsubscribe }) =>
        left.replaceAll(unsubscribe, 'SEAL').replaceAll(email ?? unsubscribe, 'ADDRESS'),
      text,
    );
  const headers = [...mail.headers].filter(
    ([name]) => !['message-id', 'date', 'content-type', 'received'].includes(name),
  );
  return {
    headers: headers.map(([name, value]) => [name, plain(value).replaceAll(/\s+/g, ' ')]).sort(),
    text: plain(mail.text).replaceAll(/\s+/g, ' '),
    html: plain(mail.html),
    attachments: mail.attachments,
  };
}

/** Tables and columns that are called as if they held it; of a table that is, its columns are not looked at. */
async function watched(db: Queryable): Promise<string[]> {
  const { rows } = await db.execute<{ table: string; column: string }>(sql`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public'`);
  const found = rows.flatMap(({ table, column }) => {
    if (isWatching(table)) return [table];
    return isWatching(column) ? [`${table}.${column}`] : [];
  });
  return [...new Set(found)].sort();
}
