import { newId } from '@groundwork/database';
import { place } from '@groundwork/mail';
import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../testing.ts';
import { forgetMailTo, forgetOldMail, withdrawMailing } from './actions.ts';
import { sendTo, aMailbox } from './fixtures.ts';
import { readLetter, type Letter } from './letter.ts';
import { promiseMails, writeLetter } from './promises.ts';
import { letters, mails } from './tables.ts';

const letter = {
  heading: 'More buses',
  paragraphs: ['Dear {name},', 'we meet at six.'].map((words) => words.replace('{name}', place('name'))),
  button: { label: 'Come', url: `https://valley.test/rsvps/${place('seal')}` },
  unsubscribe: {
    label: 'No more',
    url: `https://valley.test/unsubscribe/${place('seal')}`,
    oneClickUrl: place('oneClick'),
  },
  attachments: [
    {
      filename: 'meeting.ics',
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      content: `BEGIN:VCALENDAR\r\nURL:https://valley.test/rsvps/${place('seal').slice(0, 3)}\r\n ${place('seal').slice(3)}\r\nEND:VCALENDAR\r\n`,
    },
  ],
};

type Receiver = { name: string; seal: string; personId?: string };

/** A letter to these, promised but not sent. */
async function aMailing(
  site: TestSite,
  receivers: Receiver[],
  groupId: string | null = null,
  said: Letter = letter,
) {
  const mailingId = newId();
  await site.ctx().change(async (tx) => {
    const subject = `News for ${place('name')}`;
    const letterId = await writeLetter(tx, { groupId, language: 'en', subject, letter: said });
    const promises = receivers.map(({ name, seal, ...ids }) => ({
      ...{
        key: `news:${seal}`,
        to: `${seal}@example.org`,
        language: 'en' as const,
        groupId,
        mailingId,
        letterId,
      },
      ...ids,
      values: { name, seal, oneClick: `https://valley.test/out/${seal}` },
    }));
    promiseMails(tx, promises);
  });
  return mailingId;
}

test('each receiver of a letter to many gets their own name, links and calendar', async () => {
  const site = await aSite();
  await aMailing(site, [
    { name: 'Ana <b>', seal: 'a1' },
    { name: 'Böb\r\nBcc: eve@example.org', seal: 'b2' },
  ]);
  const mailbox = await aMailbox();
  await sendTo(site, mailbox);
  const [ana, bob] = ['a1', 'b2'].map((seal) =>
    mailbox.mails().find(({ to }) => to.includes(`${seal}@example.org`)),
  );
  expect(ana).toMatchObject({ subject: 'News for Ana <b>' });
  expect(ana?.text).toContain('Dear Ana <b>,');
  expect(ana?.html).toContain('Dear Ana &#60;b&#62;,');
  expect(ana?.html).toContain('href="https://valley.test/rsvps/a1"');
  expect(bob?.subject).toBe('News for Böb Bcc: eve@example.org');
  expect(bob?.headers.get('list-unsubscribe')).toBe('<https://valley.test/out/b2>');
  expect(bob?.headers.has('bcc')).toBe(false);
  expect(bob?.attachments[0]?.content).toContain('URL:https://valley.test/rsvps/b2\r\n');
  expect(bob?.raw).not.toMatch(/Ana|rsvps\/a1|a1@/);
});

test('each receiver of a letter of blocks gets their own words and links, and all its pictures', async () => {
  const site = await aSite();
  const url = `https://valley.test/rsvps/${place('seal')}`;
  const picture = { filename: 'march.png', contentType: 'image/png', content: 'iVBORw0KGgo=' };
  const blocks = {
    preheader: `For ${place('name')}`,
    paragraphs: [],
    blocks: [
      { is: 'quote' as const, flows: [paragraphOf(`Dear ${place('name')}`)] },
      { is: 'button' as const, label: 'Come', url },
      { is: 'picture' as const, cid: 'march', alt: 'Our march', width: 9, height: 9 },
    ],
    attachments: [{ ...picture, encoding: 'base64' as const, cid: 'march' }],
  };
  const receivers = [
    { name: 'Ana <b>', seal: 'a1' },
    { name: 'Bea', seal: 'b2' },
  ];
  await aMailing(site, receivers, null, blocks);
  const shared = (await site.db.select().from(letters))[0] ?? null;
  const [own] = await site.mails();
  expect(own && readLetter(own, shared)).toMatchObject({
    blocks: [{}, { url: expect.stringMatching(/(a1|b2)$/) }, {}],
  });
  const mailbox = await aMailbox();
  await sendTo(site, mailbox);
  const ana = mailbox.mails().find(({ to }) => to.includes('a1@example.org'));
  expect(ana?.html).toContain('>For Ana &#60;b&#62;&#847;');
  expect(ana?.html).toContain('Dear Ana &#60;b&#62;</p></blockquote>');
  expect(ana?.text).toContain('> Dear Ana <b>\n\n  Come: https://valley.test/rsvps/a1\n\n[Our march]');
  expect(ana?.raw).toContain('Content-ID: <march>');
  expect(ana?.raw).toContain('iVBORw0KGgo=');
  expect(ana?.raw).not.toMatch(/Bea|rsvps\/b2/);
});

function paragraphOf(text: string) {
  return { is: 'paragraph' as const, inlines: [{ is: 'text' as const, text }] };
}

test('a sent letter keeps no address and no word, and is removed when it is old', async () => {
  const site = await aSite();
  const personId = newId();
  await aMailing(site, [{ name: 'Ana', seal: 'a1', personId }]);
  await sendTo(site, await aMailbox());
  expect(await site.mails()).toMatchObject([
    { state: 'sent', toAddress: null, mailbox: null, values: null, letterId: null, personId },
  ]);
  await forgetOldMail(site.ctx());
  expect(await site.db.select().from(letters)).toHaveLength(1);
  await forgetOldMail(site.ctx(), 0);
  expect(await site.db.select().from(letters)).toEqual([]);
});

test('a letter stays as long as a mail waits that it is for', async () => {
  const site = await aSite();
  await aMailing(site, [{ name: 'Ana', seal: 'a1' }]);
  await forgetOldMail(site.ctx(), 0);
  expect(await site.db.select().from(letters)).toHaveLength(1);
});

test('a mailing is withdrawn, and no other', async () => {
  const site = await aSite();
  const mailingId = await aMailing(site, [
    { name: 'Ana', seal: 'a1' },
    { name: 'Bea', seal: 'b2' },
  ]);
  await aMailing(site, [{ name: 'Ana', seal: 'c3' }]);
  expect(await site.ctx().change((tx) => withdrawMailing(tx, mailingId))).toBe(2);
  expect(await site.mails()).toMatchObject([{ key: 'news:c3' }]);
});

test('a mail promised to a person, or to their address by the group, is erased with them', async () => {
  const site = await aSite();
  const [personId, groupId] = [newId(), newId()];
  await aMailing(site, [
    { name: 'Ana', seal: 'a1', personId },
    { name: 'Bea', seal: 'b2' },
  ]);
  await site
    .ctx()
    .change((tx) => forgetMailTo(tx, site.house, { personId, groupId, address: 'b2@example.org' }));
  expect(await site.mails()).toMatchObject([{ key: 'news:b2' }]);
});

test('an erasure does not wait for a mail that is at the mail server', async () => {
  const site = await aSite();
  const [personId, groupId] = [newId(), newId()];
  await aMailing(site, [{ name: 'Ana', seal: 'a1', personId }]);
  await site.db.transaction(async (sending) => {
    await sending.select().from(mails).for('update');
    await site
      .ctx()
      .change((tx) => forgetMailTo(tx, site.house, { personId, groupId, address: 'a1@example.org' }));
  });
  expect(await site.mails()).toHaveLength(1);
});

test('a refused mail keeps its subject without the words of anybody', async () => {
  const site = await aSite();
  await aMailing(site, [{ name: 'Ana', seal: 'a1' }]);
  const mailbox = await aMailbox();
  mailbox.refuse('a1@example.org');
  await sendTo(site, mailbox);
  expect(await site.mails()).toMatchObject([
    { state: 'refused', subject: 'News for …', letterId: null, values: null, toAddress: 'a1@example.org' },
  ]);
});
