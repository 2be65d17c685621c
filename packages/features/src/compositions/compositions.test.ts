import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aMember } from '../groups/fixtures.ts';
import { promiseNext, sendMailings } from '../mailings/fixtures.ts';
import { mailings } from '../mailings/tables.ts';
import { aMailbox } from '../outbox/fixtures.ts';
import { aPerson } from '../people/fixtures.ts';
import { aWriter } from './fixtures.ts';

const yes = { isSubscribed: true };

test('a mailing goes to those who fit and agreed, ten minutes after the press', async () => {
  const { site, group, asOrganizer, begin, send, wait, mailed } = await aWriter();
  await aPerson(site, group, { ...yes, email: 'ana@example.org' });
  await aPerson(site, group, { ...yes, email: 'bea@example.org', language: 'es' });
  await aPerson(site, group, { email: 'cem@example.org' });
  const mailing = await begin();
  expect((await asOrganizer.get(`${mailing}/reach`)).body).toMatchObject({
    ...{ fitCount: 2, getCount: 2, leftOut: [] },
    languages: [
      { language: 'en', count: 1 },
      { language: 'es', count: 1 },
    ],
  });
  expect((await send(mailing)).status).toBe(204);
  await site.work();
  expect(await mailed()).toEqual([]);
  expect((await asOrganizer.get(mailing)).body).toMatchObject({ state: 'waiting', can: { unsend: true } });
  await wait();
  expect((await mailed()).sort()).toEqual(['ana@example.org', 'bea@example.org']);
  expect((await asOrganizer.get(mailing)).body).toMatchObject({
    ...{ state: 'sending', receiverCount: 2, can: { write: false, send: false } },
    progress: { isOver: true, keptCount: 2 },
  });
});

test('within the ten minutes one press takes it back whole, and one sends it at once', async () => {
  const { site, group, asOrganizer, begin, send, mailed } = await aWriter();
  await aPerson(site, group, { ...yes, email: 'ana@example.org' });
  const mailing = await begin();
  await send(mailing);
  expect((await asOrganizer.delete(`${mailing}/sending`)).status).toBe(204);
  expect((await asOrganizer.delete(`${mailing}/sending`)).status).toBe(403);
  await site.work();
  expect(await mailed()).toEqual([]);
  expect((await asOrganizer.get(mailing)).body).toMatchObject({
    state: 'draft',
    can: { write: true, remove: true },
  });
  await send(mailing);
  expect((await asOrganizer.delete(`${mailing}/wait`)).status).toBe(204);
  await site.work();
  expect(await mailed()).toEqual(['ana@example.org']);
});

test('a second press, or one in another window, is told that it is on its way; who may not write, that they may not', async () => {
  const { site, group, asOrganizer, asSteward, member, begin, send, wait } = await aWriter();
  await aPerson(site, group, { ...yes, email: 'ana@example.org' });
  const mailing = await begin();
  const presses = await Promise.all([send(mailing), send(mailing)]);
  expect(presses.map(({ status }) => status).sort()).toEqual([204, 409]);
  const again = { when: 'now', count: 100 };
  for (const who of [asOrganizer, asSteward]) {
    const second = await who.put(`${mailing}/sending`, again);
    expect([second.status, second.body.code]).toEqual([409, 'compositions.on-its-way']);
  }
  expect((await site.as(member).put(`${mailing}/sending`, again)).status).toBe(404);
  await wait();
  expect((await send(mailing)).body.code).toBe('compositions.on-its-way');
  await site.db.execute(sql`update groups set frozen_at = now()`);
  expect((await send(mailing)).status).toBe(403);
});

test('whoever comes to fit after it began does not get it, and who says no meanwhile neither', async () => {
  const { site, group, begin, send, mailed, asOrganizer } = await aWriter();
  const mailbox = await aMailbox();
  const ana = await aPerson(site, group, { ...yes, email: 'ana@example.org' });
  await aPerson(site, group, { ...yes, email: 'bea@example.org' });
  const mailing = await begin();
  await send(mailing);
  await site.db.update(mailings).set({ dueAt: sql`now()` });
  await promiseNext(site, mailing.split('/').at(-1) ?? '');
  expect((await asOrganizer.put(`${mailing}/stop`)).status).toBe(204);
  expect(await mailed()).toEqual([]);
  await aPerson(site, group, { ...yes, email: 'late@example.org' });
  const text = { subject: 'In one day', preheader: '', body: 'Be there.', version: 1 };
  expect((await asOrganizer.put(`${mailing}/texts/en`, text)).status).toBe(204);
  expect((await asOrganizer.put(`${mailing}/audience`, { lines: '', purpose: 'updates' })).status).toBe(403);
  expect((await asOrganizer.delete(`${mailing}/stop`)).status).toBe(204);
  await promiseNext(site, mailing.split('/').at(-1) ?? '');
  expect((await mailed()).sort()).toEqual(['ana@example.org', 'bea@example.org']);
  await site.as(null).delete(`/subscriptions/${ana.unsubscribe}`);
  await sendMailings(site, mailbox);
  expect(mailbox.mails().map(({ to, subject }) => [to, subject])).toEqual([
    [['bea@example.org'], 'In one day'],
  ]);
  expect((await asOrganizer.get(mailing)).body.progress).toMatchObject({ sentCount: 1, isOver: true });
});

test('each is left out for one reason, which opens into names for those who see people', async () => {
  const { site, group, asOrganizer, begin, send, wait } = await aWriter();
  await aPerson(site, group, { ...yes, name: 'Gets It' });
  await aPerson(site, group, { name: 'Not Yet' });
  const away = await aPerson(site, group, { ...yes, name: 'Away' });
  const back = await aPerson(site, group, { ...yes, name: 'Sent Back' });
  const said = await aPerson(site, group, { ...yes, name: 'Said No' });
  const often = await aPerson(site, group, { ...yes, name: 'Had Enough' });
  await site.as(null).delete(`/subscriptions/${said.unsubscribe}`);
  await site.db.execute(sql`update people set do_not_contact = true where id = ${away.id}`);
  await site.db.execute(sql`update people set mail_refused_at = now() where id = ${back.id}`);
  await send(await begin({ lines: `only:person:person=${often.id}` }));
  await wait();
  const mailing = await begin({ lines: 'add:from:source=signature' });
  await site.as(group.steward).put(`/groups/${group.slug}/mailing-rules`, { mostAWeek: 1, lookAbove: null });
  const reach = await asOrganizer.get(`${mailing}/reach`);
  expect(reach.body).toMatchObject({ fitCount: 6, getCount: 1 });
  const counts = new Map(
    reach.body.leftOut.map(({ why, count }: { why: string; count: number }) => [why, count]),
  );
  const names = { 'do-not-contact': 'Away', 'said-no': 'Said No', 'not-said-yes': 'Not Yet' };
  for (const [why, name] of Object.entries({
    ...names,
    'sent-back': 'Sent Back',
    'had-enough': 'Had Enough',
  })) {
    expect(counts.get(why)).toBe(1);
    expect((await asOrganizer.get(`${mailing}/left-out?why=${why}`)).body.rows).toMatchObject([{ name }]);
  }
});

test('what members must hear goes to members who did not end it, and to nobody else', async () => {
  const { site, group, begin, send, wait, mailed } = await aWriter();
  const member = await aMember(site, group);
  await site.work();
  await aPerson(site, group, { ...yes, email: 'ana@example.org' });
  await send(await begin({ lines: 'add:member', purpose: 'membership' }));
  await wait();
  expect(await mailed()).toContain(member.email);
  expect(await mailed()).not.toContain('ana@example.org');
});

test('a text that another changed meanwhile is not written over', async () => {
  const { asOrganizer, asSteward, begin } = await aWriter();
  const mailing = await begin();
  const text = { subject: 'Tomorrow', preheader: '', body: 'Be there.' };
  expect((await asOrganizer.put(`${mailing}/texts/en`, { ...text, version: 1 })).status).toBe(204);
  const late = await asSteward.put(`${mailing}/texts/en`, { ...text, subject: 'Never', version: 1 });
  expect([late.status, late.body.code]).toEqual([409, 'compositions.changed-meanwhile']);
  expect((await asOrganizer.get(mailing)).body.texts).toMatchObject([{ subject: 'Tomorrow', version: 2 }]);
  expect((await asSteward.put(`${mailing}/texts/es`, { ...text, version: 0 })).status).toBe(204);
  expect((await asSteward.delete(`${mailing}/texts/es`)).status).toBe(204);
  expect((await asOrganizer.get(mailing)).body.languages).toEqual(['en']);
});

test('it goes to nobody while nobody is chosen, nothing is written, or nobody can be mailed', async () => {
  const { site, group, path, asOrganizer, begin, send } = await aWriter();
  const empty = await asOrganizer.post(`${path}/mailings`, {});
  const codes = async (mailing: string) => {
    const { status, body } = await send(mailing);
    return [status, body.code];
  };
  expect(await codes(`${path}/mailings/${empty.body.id}`)).toEqual([409, 'compositions.faults']);
  expect(await codes(await begin({ subject: '' }))).toEqual([409, 'compositions.faults']);
  expect(await codes(await begin())).toEqual([409, 'compositions.reaches-nobody']);
  for (let n = 0; n < 12; n += 1) await aPerson(site, group, yes);
  const mailing = await begin();
  expect((await send(mailing, { count: 1 })).body.code).toBe('compositions.more-by-now');
  expect((await send(mailing, { count: 2 })).status).toBe(204);
  expect((await send(mailing)).status).toBe(409);
});

test('above as many as the group says, somebody else looks at it first, as it is then', async () => {
  const { site, group, path, asOrganizer, asSteward, begin, send } = await aWriter();
  await aPerson(site, group, yes);
  await aPerson(site, group, yes);
  expect((await asOrganizer.put(`${path}/mailing-rules`, { mostAWeek: null, lookAbove: 1 })).status).toBe(
    403,
  );
  await asSteward.put(`${path}/mailing-rules`, { mostAWeek: null, lookAbove: 1 });
  const mailing = await begin();
  expect((await send(mailing)).body.code).toBe('compositions.look-needed');
  expect((await asSteward.put(`${mailing}/look`)).status).toBe(403);
  expect((await asOrganizer.put(`${mailing}/look-request`)).status).toBe(204);
  expect((await asOrganizer.put(`${mailing}/look`)).status).toBe(403);
  expect((await asSteward.put(`${mailing}/look`)).status).toBe(204);
  const text = { subject: 'Another', preheader: '', body: 'Something else.', version: 1 };
  await asOrganizer.put(`${mailing}/texts/en`, text);
  expect((await asOrganizer.get(mailing)).body.look).toMatchObject({ isOutdated: true });
  expect((await send(mailing)).body.code).toBe('compositions.look-needed');
  await asOrganizer.put(`${mailing}/look-request`);
  await asSteward.put(`${mailing}/look`);
  expect((await send(mailing)).status).toBe(204);
});

test('whoever gave the second look is not the one who sends it, and more than were looked at are looked at anew', async () => {
  const { site, group, path, asOrganizer, asSteward, begin, send, wait, mailed } = await aWriter();
  for (let n = 0; n < 2; n += 1) await aPerson(site, group, yes);
  await asSteward.put(`${path}/mailing-rules`, { mostAWeek: null, lookAbove: 1 });
  const mailing = await begin();
  await asOrganizer.put(`${mailing}/look-request`);
  await asSteward.put(`${mailing}/look`);
  const asGiver = await asSteward.put(`${mailing}/sending`, { when: 'now', count: 2 });
  expect(asGiver.body.code).toBe('compositions.look-needed');
  expect((await send(mailing)).status).toBe(204);
  for (let n = 0; n < 20; n += 1) await aPerson(site, group, yes);
  await wait();
  expect(await mailed()).toEqual([]);
  expect((await asOrganizer.get(mailing)).body.state).toBe('draft');
  expect((await asOrganizer.get(`${mailing}/checks`)).body.rows).toContainEqual(
    expect.objectContaining({ code: 'held-back', weight: 'look' }),
  );
  const heard = async (who: typeof asOrganizer) => (await who.get('/notices')).body.rows;
  expect(await heard(asOrganizer)).toMatchObject([{ title: '“Two days” did not go out', path: mailing }]);
  expect(await heard(asSteward)).toEqual([]);
  expect((await send(mailing)).body.code).toBe('compositions.look-needed');
});

test('what is put right after a stop takes another look before it goes on to many', async () => {
  const { site, group, path, asOrganizer, asSteward, begin, send } = await aWriter();
  for (let n = 0; n < 2; n += 1) await aPerson(site, group, yes);
  await asSteward.put(`${path}/mailing-rules`, { mostAWeek: null, lookAbove: 1 });
  const mailing = await begin();
  await asOrganizer.put(`${mailing}/look-request`);
  await asSteward.put(`${mailing}/look`);
  await send(mailing);
  await site.db.update(mailings).set({ dueAt: sql`now()` });
  await promiseNext(site, mailing.split('/').at(-1) ?? '');
  await asOrganizer.put(`${mailing}/stop`);
  const text = { subject: 'Another', preheader: '', body: 'Something else.', version: 1 };
  expect((await asOrganizer.put(`${mailing}/texts/en`, text)).status).toBe(204);
  expect((await asOrganizer.delete(`${mailing}/stop`)).body.code).toBe('compositions.look-needed');
  expect((await asOrganizer.put(`${mailing}/look-request`)).status).toBe(204);
  expect((await asSteward.put(`${mailing}/look`)).status).toBe(204);
  expect((await asOrganizer.delete(`${mailing}/stop`)).status).toBe(204);
  // Nobody has counted anew yet to how many it goes.
  expect((await asOrganizer.put(`${mailing}/stop`)).status).toBe(204);
  await asOrganizer.put(`${mailing}/texts/en`, { ...text, subject: 'A third', version: 2 });
  expect((await asOrganizer.delete(`${mailing}/stop`)).body.code).toBe('compositions.look-needed');
});

test('a moment is said in the group’s zone, and is neither over nor far off', async () => {
  const { site, group, asOrganizer, begin, send } = await aWriter();
  await aPerson(site, group, yes);
  await site.db.execute(sql`update groups set time_zone = 'America/New_York' where id = ${group.id}`);
  const mailing = await begin();
  const year = new Date().getFullYear();
  expect((await send(mailing, { when: 'at', at: `${year - 1}-01-01T10:00` })).body.fields).toMatchObject([
    { name: 'at', code: 'compositions.past' },
  ]);
  expect((await send(mailing, { when: 'at', at: `${year + 3}-01-01T10:00` })).body.fields).toMatchObject([
    { name: 'at', code: 'compositions.far-off' },
  ]);
  expect((await send(mailing, { when: 'at' })).status).toBe(422);
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  expect((await send(mailing, { when: 'at', at: `${soon}T10:00` })).status).toBe(204);
  const { body } = await asOrganizer.get(mailing);
  const there = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'America/New_York',
    hour: '2-digit',
    minute: '2-digit',
  });
  expect(there.format(new Date(body.dueAt))).toBe('10:00');
});

test('at an hour of each reader’s own place it waits for each of them', async () => {
  const { site, group, begin, send, wait } = await aWriter();
  const member = await aMember(site, group);
  await site.work();
  await site.db.execute(sql`update accounts set time_zone = 'Asia/Tokyo' where id = ${member.id}`);
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const mailing = await begin({ lines: 'add:member', purpose: 'membership' });
  expect((await send(mailing, { when: 'readers-hour', at: `${soon}T10:00` })).status).toBe(204);
  await wait();
  const mails = (await site.mails()).filter(({ tells }) => tells === 'compositions.letter');
  const theirs = mails.find(({ toAddress }) => toAddress === member.email);
  expect(theirs?.dueAt?.toISOString()).toBe(`${soon}T01:00:00.000Z`);
  expect(mails.find((mail) => mail !== theirs)?.dueAt?.toISOString()).toBe(`${soon}T10:00:00.000Z`);
  expect(mails.every(({ state }) => state === 'promised')).toBe(true);
});
