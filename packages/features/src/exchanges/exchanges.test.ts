import { eq, sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { returnsOf } from '../handlers.ts';
import { promiseNext, sendMailings } from '../mailings/fixtures.ts';
import { mailings } from '../mailings/tables.ts';
import { sealAnswer } from '../outbox/answer-tokens.ts';
import { noteInbox } from '../outbox/returns/actions.ts';
import { aMailbox } from '../outbox/fixtures.ts';
import { aCrew, aPerson } from '../people/fixtures.ts';
import { people } from '../people/tables.ts';
import { sealedId } from '../site/tokens.ts';
import { aSite, type TestSite } from '../testing.ts';
import { forgetExchanges } from './actions.ts';
import { exchangeLetters, exchanges } from './tables.ts';

const ANA = 'ana@town.example';

/** A group that reads here what people answer, one of whom got a mailing: as she got it. */
async function aDesk() {
  const site = await aSite();
  await readsMail(site);
  const crew = await aCrew(site);
  const path = `/groups/${crew.group.slug}`;
  const [asOrganizer, asSteward] = [site.as(crew.organizer), site.as(crew.steward)];
  expect((await asSteward.put(`${path}/answer-desk`)).status).toBe(204);
  const person = await aPerson(site, crew.group, { isSubscribed: true });
  await site.db.update(people).set({ email: ANA, name: 'Ana' }).where(eq(people.id, person.id));
  const mailbox = await aMailbox();
  const { body } = await asOrganizer.post(`${path}/mailings`, {
    ...{ lines: 'only:mailable', language: 'en', subject: 'Two days', body: 'Be in the room.' },
  });
  await asOrganizer.put(`${path}/mailings/${body.id}/sending`, { when: 'now', count: 10 });
  await site.db.update(mailings).set({ dueAt: sql`now()` });
  await promiseNext(site, body.id);
  await sendMailings(site, mailbox);
  const mail = await mailbox.waitFor(({ to }) => to.includes(ANA));
  const address = /<([^<>]+)>/.exec(mail.headers.get('reply-to') ?? '')?.[1] ?? '';
  return { site, ...crew, path, asOrganizer, asSteward, person, mailbox, mail, address };
}

async function readsMail(site: TestSite) {
  await noteInbox(site.house, 'lmtp', null);
  Object.assign(site.house.settings, { returnAddress: 'returns@valley.test' });
  onTestFinished(() => void Object.assign(site.house.settings, { returnAddress: undefined }));
}

type Written = { subject?: string; text?: string; id?: string; from?: string; headers?: string };

/** Brings a letter, as a mail server does. */
function bring(site: TestSite, address: string, written: Written = {}) {
  const {
    subject = 'Re: Two days',
    text = 'I will come.',
    id = 'one@town.example',
    from = ANA,
    headers = '',
  } = written;
  const raw = `From: Ana <${from}>\r\nTo: <${address}>\r\nSubject: ${subject}\r\nMessage-ID: <${id}>\r\n${headers}\r\n${text}`;
  return returnsOf(site.house).take({ receivers: [address], raw: Buffer.from(raw) });
}

test('a letter whose name has signs that no name has is kept all the same', async () => {
  const { site, address } = await aDesk();
  for (const sign of ['\0', 'é', '\u0001'])
    expect(await bring(site, address, { id: `one${sign}@town.example`, from: `a\0${ANA}`, text: sign })).toBe(
      true,
    );
  const kept = await site.db.select({ messageId: exchangeLetters.messageId }).from(exchangeLetters);
  expect(kept.map(({ messageId }) => messageId.slice(0, 7))).toEqual(['sha256:', 'sha256:', 'sha256:']);
});

test('one letter that answers several mails comes to all who wrote them', async () => {
  const { site, address, group } = await aDesk();
  const other = await aPerson(site, group, { isSubscribed: true });
  const addresses = [address, `returns+${sealAnswer(site.house.settings.secret, other.id)}@valley.test`];
  const raw = Buffer.from(
    `From: Ana <${ANA}>\r\nSubject: Re: Two days\r\nMessage-ID: <1@town.example>\r\n\r\nYes.`,
  );
  expect(await returnsOf(site.house).take({ receivers: [...addresses, ...addresses], raw })).toBe(true);
  expect(await site.db.$count(exchangeLetters)).toBe(2);
});

test('an answer to a mailing is read by those who write to people, answered in the group’s name, and goes on as one', async () => {
  const { site, path, asOrganizer, person, mailbox, mail, address, group } = await aDesk();
  expect(mail.headers.get('reply-to')).toMatch(
    new RegExp(`^"?${group.name}"? <returns\\+[a-z2-7]{39}@valley\\.test>$`),
  );
  expect(await bring(site, address)).toBe(true);
  const listed = (await asOrganizer.get(`${path}/exchanges?waiting=true`)).body;
  expect(listed).toMatchObject({ waitingCount: 1, isOpen: true, isPossible: true, can: { open: false } });
  expect(listed.rows).toMatchObject([
    {
      person: { id: person.id, name: 'Ana' },
      subject: 'Two days',
      beginning: 'I will come.',
      letterCount: 1,
    },
  ]);
  const at = `${path}/exchanges/${listed.rows[0].id}`;
  expect((await asOrganizer.post(`${at}/letters`, { body: 'See you.\n\nBring Sam.' })).status).toBe(201);
  await sendMailings(site, mailbox);
  const answer = await mailbox.waitFor(({ subject }) => subject === 'Re: Two days');
  expect(answer.to).toEqual([ANA]);
  expect(answer.text).toContain('See you.\n\nBring Sam.');
  expect(answer.headers.get('in-reply-to')).toBe('<one@town.example>');
  expect(answer.headers.get('references')).toBe('<one@town.example>');
  expect(answer.headers.get('reply-to')).toContain(address);
  await bring(site, address, { subject: 'RE: Two days', text: 'With Sam!', id: 'two@town.example' });
  expect((await asOrganizer.get(at)).body).toMatchObject({
    isWaiting: true,
    letters: [
      { isFromPerson: true, body: 'I will come.', fromAddress: null, state: null },
      { isFromPerson: false, body: 'See you.\n\nBring Sam.', state: 'sent' },
      { isFromPerson: true, body: 'With Sam!' },
    ],
  });
  const { rows } = (await asOrganizer.get(`${path}/people/${person.id}/history`)).body;
  expect(rows.map(({ kind }: { kind: string }) => kind).slice(0, 3)).toEqual([
    'answered-mail',
    'written-back',
    'answered-mail',
  ]);
});

test('the same letter brought again is one, and a program’s answer is none', async () => {
  const { site, path, asOrganizer, address } = await aDesk();
  await bring(site, address);
  expect(await bring(site, address)).toBe(true);
  expect(
    await bring(site, address, { id: 'away@town.example', headers: 'Auto-Submitted: auto-replied\r\n' }),
  ).toBe(true);
  const { rows } = (await asOrganizer.get(`${path}/exchanges`)).body;
  expect(rows).toMatchObject([{ letterCount: 1 }]);
});

test('what needs no answer is put aside, taken up again, and waits anew when they write', async () => {
  const { site, path, asOrganizer, address } = await aDesk();
  await bring(site, address);
  const [{ id }] = (await asOrganizer.get(`${path}/exchanges`)).body.rows;
  const at = `${path}/exchanges/${id}`;
  expect((await asOrganizer.put(`${at}/rest`)).status).toBe(204);
  expect((await asOrganizer.get(`${path}/exchanges?waiting=true`)).body).toMatchObject({
    rows: [],
    waitingCount: 0,
  });
  expect((await asOrganizer.delete(`${at}/rest`)).status).toBe(204);
  await asOrganizer.put(`${at}/rest`);
  await bring(site, address, { id: 'two@town.example' });
  expect((await asOrganizer.get(`${path}/exchanges`)).body.waitingCount).toBe(1);
});

test('another matter is another exchange, and what comes from an unknown address says so', async () => {
  const { site, path, asOrganizer, address } = await aDesk();
  await bring(site, address);
  await bring(site, address, { subject: 'A lift?', id: 'two@town.example', from: 'Ana@Work.Example' });
  const { rows } = (await asOrganizer.get(`${path}/exchanges`)).body;
  expect(rows.map(({ subject }: { subject: string }) => subject)).toEqual(['A lift?', 'Two days']);
  const { letters } = (await asOrganizer.get(`${path}/exchanges/${rows[0].id}`)).body;
  expect(letters).toMatchObject([{ fromAddress: 'ana@work.example' }]);
});

test('a letter without text, as HTML alone, or with files is read as far as it says something', async () => {
  const { site, path, asOrganizer, address } = await aDesk();
  await bring(site, address, {
    headers: 'Content-Type: text/html; charset=utf-8\r\n',
    text: '<style>p{}</style><p>I <b>will</b> come &amp; bring&nbsp;Sam</p><script>alert(1)</script><p>&lt;3</p><blockquote>Dear Ana</blockquote>',
  });
  const mixed = 'Content-Type: multipart/mixed; boundary=b\r\n';
  const file =
    '--b\r\nContent-Type: application/pdf; name="list.pdf"\r\nContent-Disposition: attachment; filename="list.pdf"\r\n\r\nx\r\n--b--';
  await bring(site, address, { id: 'two@town.example', headers: mixed, text: `--b\r\n\r\n\r\n${file}` });
  const [{ id }] = (await asOrganizer.get(`${path}/exchanges`)).body.rows;
  const { letters } = (await asOrganizer.get(`${path}/exchanges/${id}`)).body;
  expect(letters).toMatchObject([
    { body: 'I will come & bring Sam\n<3' },
    { body: '…', leftOut: ['list.pdf'] },
  ]);
});

test('whoever is erased takes their letters along, and an address of theirs is nobody’s', async () => {
  const { site, path, asSteward, person, address } = await aDesk();
  await bring(site, address);
  expect((await asSteward.delete(`${path}/people/${person.id}`)).status).toBeLessThan(300);
  expect(await site.db.$count(exchangeLetters)).toBe(0);
  expect(await bring(site, address)).toBe(false);
  expect(await bring(site, address.replace('+', '+x'))).toBe(false);
  expect(await site.db.$count(exchanges)).toBe(0);
});

test('a copy of what is held about somebody has what they wrote, and what was written back', async () => {
  const { site, path, asOrganizer, person, address } = await aDesk();
  await bring(site, address);
  const [{ id }] = (await asOrganizer.get(`${path}/exchanges`)).body.rows;
  await asOrganizer.post(`${path}/exchanges/${id}/letters`, { body: 'See you.' });
  const sealed = sealedId(site.house.settings.secret, 'own-record', person.id);
  const copy = await site.as(null).get(`/own-records/${sealed}/copy`);
  expect(JSON.parse(JSON.stringify(copy.body)).records[0].letters).toMatchObject([
    { subject: 'Two days', isFromPerson: true, body: 'I will come.' },
    { subject: 'Two days', isFromPerson: false, body: 'See you.' },
  ]);
});

test('twenty letters a day are read of one person, and of others as ever', async () => {
  const { site, address } = await aDesk();
  const taken: boolean[] = [];
  for (let n = 0; n < 22; n += 1) taken.push(await bring(site, address, { id: `${n}@town.example` }));
  expect(taken.filter(Boolean)).toHaveLength(20);
});

test('who said no to everything is not answered, nor who has no address', async () => {
  const { site, path, asOrganizer, person, address } = await aDesk();
  await bring(site, address);
  const [{ id }] = (await asOrganizer.get(`${path}/exchanges`)).body.rows;
  await site.db.update(people).set({ doNotContact: true }).where(eq(people.id, person.id));
  expect((await asOrganizer.get(`${path}/exchanges/${id}`)).body.can.answer).toBe(false);
  expect((await asOrganizer.post(`${path}/exchanges/${id}/letters`, { body: 'Hello' })).status).toBe(403);
});

test('only who sees people and may write to them reads it, and only stewards say where answers go', async () => {
  const { site, path, member, asOrganizer, asSteward, address } = await aDesk();
  await bring(site, address);
  const [{ id }] = (await asOrganizer.get(`${path}/exchanges`)).body.rows;
  for (const who of [site.as(member), site.as(null)])
    expect((await who.get(`${path}/exchanges/${id}`)).status).toBeGreaterThanOrEqual(401);
  expect((await asOrganizer.delete(`${path}/answer-desk`)).status).toBe(403);
  expect((await asSteward.delete(`${path}/answer-desk`)).status).toBe(204);
  expect((await asOrganizer.get(`${path}/exchanges`)).body).toMatchObject({ isOpen: false, waitingCount: 1 });
});

test('a site that reads no mail opens no desk, also where it has an address for it', async () => {
  const site = await aSite();
  site.house.settings.returnAddress = 'returns@valley.test';
  const { group, steward } = await aCrew(site);
  const refused = await site.as(steward).put(`/groups/${group.slug}/answer-desk`);
  expect(refused).toMatchObject({ status: 409, body: { code: 'exchanges.no-way-in' } });
});

test('after a year without a letter it is forgotten', async () => {
  const { site, address } = await aDesk();
  await bring(site, address);
  await forgetExchanges(site.ctx());
  expect(await site.db.$count(exchanges)).toBe(1);
  await site.db.update(exchanges).set({ lastAt: sql`now() - interval '13 months'` });
  await forgetExchanges(site.ctx());
  expect(await site.db.$count(exchanges)).toBe(0);
});

test('answers of two records that were made one go to the one that stayed', async () => {
  const { site, path, asSteward, group, person, address } = await aDesk();
  const other = await aPerson(site, group);
  // The older record stays.
  const addedAt = new Date(Date.now() - 86_400_000);
  await site.db.update(people).set({ addedAt }).where(eq(people.id, other.id));
  const merged = await asSteward.post(`${path}/people/${other.id}/merges`, {
    otherId: person.id,
    chosen: [],
  });
  expect(merged.status, JSON.stringify(merged.body)).toBeLessThan(300);
  expect(await bring(site, address)).toBe(true);
  const [exchange] = await site.db.select().from(exchanges);
  expect(merged.body.personId).toBe(other.id);
  expect(exchange?.personId).toBe(other.id);
});
