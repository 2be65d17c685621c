import { journal } from '@groundwork/database/journal/tables';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aGroup } from '../../groups/fixtures.ts';
import { promiseMails, type MailPromise } from '../../outbox/promises.ts';
import { aSite, TEST_ORIGIN, type TestSite } from '../../testing.ts';
import { maskLinks } from '../../site/own-links.ts';

const TOKEN = 'kQ7vPz3hYx2mWq9bNc4rTd8sLf1gJa6u';
const secret = `${TEST_ORIGIN}/reset-password/${TOKEN}`;

describe('a link that stands for its receiver', () => {
  test('is in no read of the Outbox: not in the list, the search, the mail or the letter that was opened', async () => {
    const { steward, mail, search } = await aCase();
    const { id } = await mail({ subject: `Look: ${secret}`, paragraphs: [`Go to ${secret} now.`] });
    const answers = [
      await steward.get('/site/outbox'),
      await steward.get('/site/outbox?refused=true'),
      await search('luis@example.net'),
      await steward.get(`/site/outbox/${id}`),
      await steward.post(`/site/outbox/${id}/openings`, {}),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 201]);
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(TOKEN);
    expect(answers.at(-1)?.body.letter).toEqual({
      heading: 'Choose a new password',
      paragraphs: [`Go to ${TEST_ORIGIN}/… now.`],
      button: { label: 'Choose it', url: null },
    });
  });

  test('is masked in a steward’s own mail too, which they read without a word to anyone', async () => {
    const { site, me, steward, mail } = await aCase();
    const { id } = await mail({ to: me.email });
    const { body } = await steward.get(`/site/outbox/${id}`);
    expect(body).toMatchObject({ letter: { button: { url: null } }, isMine: true, can: { open: false } });
    expect(await openings(site)).toEqual([]);
  });

  test.for([
    `${TEST_ORIGIN}/unsubscribe/0190-abc.mac`,
    `${TEST_ORIGIN}/open-account?invitation=${TOKEN}`,
    `${TEST_ORIGIN}/groups/eastside#${TOKEN}`,
    `https://meet.example.net/room-of-those-who-come`,
    `HTTPS://x@y.example.net/${TOKEN}`,
  ])('is what is not known to be for all: %s', (address) => {
    expect(maskLinks(`See ${address} soon`, TEST_ORIGIN)).toMatch(/^See https?:\/\/[^/ ]+\/… soon$/);
  });

  test('is not what everyone may have', () => {
    const words = `See ${TEST_ORIGIN}/events/picnic or ${TEST_ORIGIN}/account`;
    expect(maskLinks(words, TEST_ORIGIN)).toBe(words);
  });

  test('goes wherever it stands in a text', () => {
    const around = fc.string({ maxLength: 30 });
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(maskLinks(`${before} ${secret}${after}`, TEST_ORIGIN)).not.toContain(TOKEN);
      }),
    );
  });
});

describe('while no mail goes out and nobody real is here', () => {
  test('letters show their links, and it is nobody’s business', async () => {
    const { site, steward, mail } = await aTrial();
    await anAccount(site, { email: 'mei@valley.example' });
    const { id } = await mail();
    const { body } = await steward.get(`/site/outbox/${id}`);
    expect(body).toMatchObject({
      letter: { button: { url: secret } },
      can: { readLinks: true, open: false },
    });
    expect((await steward.get('/site/outbox')).body).toMatchObject({ isTrial: true });
    expect((await steward.post(`/site/outbox/${id}/openings`, {})).status).toBe(403);
  });

  test('the first account of somebody else closes them', async () => {
    const { site, steward, mail } = await aTrial();
    const { id } = await mail();
    await anAccount(site, { email: 'luis@example.net' });
    expect((await steward.get(`/site/outbox/${id}`)).body).toMatchObject({
      ...{ letter: null, can: { read: false, readLinks: false, open: true, handOver: true } },
    });
  });

  test('a mail server closes them as well', async () => {
    const { site, steward, mail } = await aTrial({ sendsMail: true });
    await anAccount(site, { email: 'mei@valley.example' });
    const { id } = await mail();
    expect((await steward.get(`/site/outbox/${id}`)).body).toMatchObject({ letter: null });
    expect((await steward.get('/site/outbox')).body).toMatchObject({ isTrial: false, sendsMail: true });
  });
});

describe('opening a letter to somebody else', () => {
  test('is on record, with nothing of the letter and nobody’s address', async () => {
    const { site, me, steward, mail } = await aCase();
    const { id } = await mail();
    await steward.post(`/site/outbox/${id}/openings`, {});
    const entries = await openings(site);
    expect(entries).toMatchObject([{ actorId: me.id, subjectId: id, data: { withLinks: false } }]);
    const { rows } = await site.db.$client.query('select * from letter_openings');
    expect(JSON.stringify([entries, rows])).not.toMatch(/luis@|password/);
  });

  test('stands on its owner’s account page, and on nobody else’s', async () => {
    const { site, me, luis, steward, mail } = await aCase();
    const { id } = await mail();
    await steward.post(`/site/outbox/${id}/openings`, {});
    expect((await site.as(luis).get('/account/letter-openings')).body.rows).toMatchObject([
      { openedBy: me.name, withLinks: false },
    ]);
    expect((await site.as(await anAccount(site)).get('/account/letter-openings')).body.rows).toEqual([]);
    expect((await steward.get('/account/letter-openings')).body.rows).toEqual([]);
  });

  test('of somebody who has no account yet stands there once they have one', async () => {
    const { site, steward, mail } = await aCase();
    const { id } = await mail({ to: 'Nora@Example.net' });
    await steward.post(`/site/outbox/${id}/openings`, { withLinks: true });
    const nora = await anAccount(site, { email: 'nora@example.net' });
    expect((await site.as(nora).get('/account/letter-openings')).body.rows).toMatchObject([
      { withLinks: true },
    ]);
  });

  test('is told by mail once a day, in the site’s own words, where mail goes out', async () => {
    const { site, steward, mail } = await aCase({ sendsMail: true });
    const sent = [await mail({ paragraphs: ['Buy my soap.'] }), await mail({ key: 'other' })];
    for (const { id } of sent) await steward.post(`/site/outbox/${id}/openings`, {});
    const mails = (await site.mails()).filter(({ key }) => key.startsWith('stewardship.letter-opened'));
    expect(mails).toMatchObject([{ toAddress: 'luis@example.net', language: 'es' }]);
    expect(JSON.stringify(mails)).not.toMatch(/soap|Hello/);
    expect(await openings(site)).toHaveLength(2);
  });

  test('an asker who only typed an address hears nothing of it', async () => {
    const { site, steward, mail } = await aCase({ sendsMail: true });
    const { id } = await mail({ to: 'nobody@example.net' });
    expect((await steward.post(`/site/outbox/${id}/openings`, {})).status).toBe(201);
    expect(await site.mails()).toHaveLength(1);
  });

  test('a letter whose words are gone cannot be opened', async () => {
    const { site, steward, mail } = await aCase();
    const { id } = await mail();
    await site.db.$client.query('update mails set letter = null');
    expect(await steward.post(`/site/outbox/${id}/openings`, {})).toMatchObject({
      status: 409,
      body: { code: 'stewardship.letter-erased' },
    });
    expect(await openings(site)).toEqual([]);
  });

  test('is forgotten after three months, and on record for good', async () => {
    const { site, luis, steward, mail } = await aCase();
    const { id } = await mail();
    await steward.post(`/site/outbox/${id}/openings`, {});
    await site.db.$client.query(`update letter_openings set opened_at = now() - interval '91 days'`);
    await site.sweep('stewardship.forget-openings');
    expect((await site.as(luis).get('/account/letter-openings')).body.rows).toEqual([]);
    expect(await openings(site)).toHaveLength(1);
  });
});

describe('handing a link on', () => {
  test('a letter of a site without mail is opened by a steward on record, and its owner reads so', async () => {
    const { site, luis, steward, mail } = await aCase();
    const { id } = await mail();
    const { body } = await steward.post(`/site/outbox/${id}/openings`, { withLinks: true });
    expect(body.letter.button.url).toBe(secret);
    expect(await openings(site)).toMatchObject([{ data: { withLinks: true } }]);
    expect((await site.as(luis).get('/account/letter-openings')).body.rows).toMatchObject([
      { withLinks: true },
    ]);
  });

  test('a letter of a site that sends mail is opened by nobody', async () => {
    const { site, steward, mail } = await aCase({ sendsMail: true });
    const { id } = await mail();
    expect((await steward.post(`/site/outbox/${id}/openings`, { withLinks: true })).status).toBe(403);
    expect(await openings(site)).toEqual([]);
  });

  test('a group’s steward has no Outbox', async () => {
    const { site, mail } = await aCase();
    const { id } = await mail();
    const keeper = site.as((await aGroup(site)).steward);
    expect((await keeper.post(`/site/outbox/${id}/openings`, { withLinks: true })).status).toBe(404);
    expect((await keeper.post('/site/outbox/searches', { address: 'luis@example.net' })).status).toBe(404);
  });
});

describe('finding mail by address', () => {
  test('takes the whole address, however it is written, and finds nothing by a part', async () => {
    const { mail, search } = await aCase();
    const { id } = await mail({ to: 'Luis+events@Example.net' });
    for (const written of ['luis@example.net', 'LUIS@EXAMPLE.NET', 'luis+other@example.net'])
      expect((await search(written)).body.rows, written).toMatchObject([{ id }]);
    for (const other of ['uis@example.net', 'luis@example.ne', '%@example.net'])
      expect((await search(other)).body.rows, other).toEqual([]);
    expect((await search('luis')).status).toBe(422);
  });

  test('goes page by page, newest first, also for those that were promised by the bundle', async () => {
    const { site, steward } = await aCase();
    await site.ctx().change((tx) =>
      promiseMails(
        tx,
        ['a', 'b', 'c'].map((key) => aMail({ key })),
      ),
    );
    await site.ctx().change((tx) => promiseMails(tx, [aMail({ key: 'x', to: 'ana@example.net' })]));
    const ask = { address: 'luis@example.net', limit: 2 };
    const first = (await steward.post('/site/outbox/searches', ask)).body;
    const second = (await steward.post('/site/outbox/searches', { ...ask, after: first.next })).body;
    expect([first.rows.length, second.rows.length, second.next]).toEqual([2, 1, null]);
  });

  test('is answered from an index', async () => {
    const { site } = await aCase();
    // Of this transaction alone: another connection of the pool would keep the setting.
    const { rows } = await site.db.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      // Of few mails it reads all in their order, which says nothing of many.
      await tx.execute(sql`set local enable_indexscan = off`);
      return tx.execute(sql`explain select id from mails
        where mailbox = 'a@b.c'
        order by id desc limit 21`);
    });
    expect(JSON.stringify(rows)).toMatch(/mails_of_mailbox/);
  });
});

type Options = Partial<Pick<MailPromise, 'key' | 'to'>> & { subject?: string; paragraphs?: string[] };

function aMail({
  key = 'reset',
  to = 'luis@example.net',
  subject = 'Hello',
  paragraphs = ['Press it.'],
}: Options) {
  const button = { label: 'Choose it', url: secret };
  const letter = { heading: 'Choose a new password', paragraphs, button };
  return { key, to, language: 'en' as const, subject, letter };
}

/** A site that only its steward has an account on, who asks. */
async function aTrial({ sendsMail = false } = {}) {
  const site = await aSite({ apart: sendsMail });
  if (sendsMail) site.house.settings.sendsMail = true;
  const me = await anAccount(site, { isSiteSteward: true });
  const steward = site.as(me);
  const mail = async (options: Options = {}) => {
    await site.ctx().change((tx) => promiseMails(tx, [aMail(options)]));
    return { id: (await site.mails()).at(-1)?.id ?? '' };
  };
  const search = (address: string) => steward.post('/site/outbox/searches', { address });
  return { site, me, steward, mail, search };
}

/** The same, and Luis, who has an account like anyone. */
async function aCase(options: { sendsMail?: boolean } = {}) {
  const trial = await aTrial(options);
  const luis = await anAccount(trial.site, { email: 'luis@example.net', language: 'es' });
  return { ...trial, luis };
}

function openings({ db }: TestSite) {
  return db.select().from(journal).where(eq(journal.kind, 'stewardship.letter-opened'));
}
