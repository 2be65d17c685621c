import type { ReceivedMail } from '@groundwork/mail/testing';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { access } from '../../access.ts';
import { promiseNext, sendMailings } from '../../mailings/fixtures.ts';
import { mailings } from '../../mailings/tables.ts';
import { aMailbox } from '../../outbox/fixtures.ts';
import { withdrawConsent } from '../../people/consents.ts';
import { aPerson } from '../../people/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCompact, someLetter, aUse } from '../fixtures.ts';

/** An agreement, so many people of the one group, and a letter of the other that waits for a yes. */
async function aChaperoned(site: TestSite, count: number) {
  const compact = await aCompact(site);
  const { group, writer } = compact;
  const people = [];
  for (let n = 0; n < count; n += 1) people.push(await aPerson(site, group, { isSubscribed: true }));
  const use = await aUse(site, compact);
  const [asGroup, asWriter] = [site.as(group.steward), site.as(writer.steward)];
  const agree = () => asGroup.put(`${use.path}/decision`, { decision: 'agreed' });
  const mailingOf = async () => (await asGroup.get(use.path)).body.mailingId as string;
  /** Its moment is there, and a first batch is promised. */
  const begin = async () => {
    await site.db
      .update(mailings)
      .set({ dueAt: sql`now()` })
      .where(eq(mailings.state, 'scheduled'));
    await promiseNext(site, await mailingOf());
  };
  const settle = async () => {
    await site.sweep('mailings.settle');
    await site.sweep('compacts.settle');
  };
  return { ...compact, people, use, asGroup, asWriter, agree, mailingOf, begin, settle };
}

const linkIn = (mail: ReceivedMail | undefined) =>
  /https?:\/\/\S+\/unsubscribe\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';

test('with a yes it goes to the group’s own people under both names, and only the writer’s letters can be ended', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  const { people, use, group, asGroup, agree, begin, settle } = await aChaperoned(site, 12);
  const [noSharing, noMail] = people;
  await site.ctx().change(async (tx) => {
    const named = { groupId: group.id, how: 'import' as const };
    await withdrawConsent(tx, { ...named, personId: noSharing?.id ?? '', way: 'any', purpose: 'sharing' });
    await withdrawConsent(tx, { ...named, personId: noMail?.id ?? '', way: 'email', purpose: 'updates' });
  });
  expect((await asGroup.get(use.path)).body.reach).toEqual({
    getCount: 10,
    leftOut: expect.arrayContaining([
      { why: 'no-sharing', count: 1 },
      { why: 'said-no', count: 1 },
    ]),
  });
  expect((await agree()).status).toBe(204);
  await begin();
  await sendMailings(site, mailbox);
  const mails = mailbox.mails().filter(({ subject }) => subject === 'Come to the hearing');
  expect(mails).toHaveLength(10);
  expect(mails.flatMap(({ to }) => to)).not.toContain(noSharing?.email);
  expect(mails[0]?.from).toContain('Tenants, written by Vecinas');
  expect(mails[0]?.text).toContain('Vecinas wrote this letter, and Tenants sends it to you.');
  await settle();
  expect((await asGroup.get(use.path)).body).toMatchObject({
    state: 'sent',
    got: { isCounted: true, count: 10 },
  });

  const url = new URL(linkIn(mails[0]));
  const sealed = url.pathname.split('/').at(-1);
  const place = `/subscriptions/${sealed}/writers/${url.searchParams.get('writer')}`;
  const stranger = site.as(null);
  expect((await stranger.get(place)).body).toEqual({ name: 'Vecinas', isRefused: false });
  for (let times = 0; times < 2; times += 1) expect((await stranger.delete(place)).status).toBe(204);
  expect((await stranger.get(place)).body.isRefused).toBe(true);
  expect((await stranger.get(`/subscriptions/${sealed}`)).body.subscribed).toBe(true);
  const others = `/subscriptions/${people[5]?.unsubscribe}/writers/${url.searchParams.get('writer')}`;
  expect((await stranger.get(others)).status).toBe(mails[0]?.to.includes(people[5]?.email ?? '') ? 200 : 404);
});

test('who said no to the writer’s letters gets none of these, also where it was promised already, and its own group’s go on', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  const { people, use, asGroup, agree, begin, writer, group } = await aChaperoned(site, 2);
  await agree();
  await begin();
  await site.db.execute(sql`insert into writer_refusals (person_id, group_id, writer_id)
    values (${people[0]?.id}, ${group.id}, ${writer.id})`);
  await sendMailings(site, mailbox);
  const got = mailbox.mails().filter(({ subject }) => subject === 'Come to the hearing');
  expect(got.flatMap(({ to }) => to)).toEqual([people[1]?.email]);
  const path = `/groups/${group.slug}/mailings`;
  const own = await asGroup.post(path, {
    lines: 'only:mailable',
    language: 'en',
    subject: 'Ours',
    body: 'Come.',
  });
  expect((await asGroup.get(`${path}/${own.body.id}/reach`)).body.getCount).toBe(2);
  expect((await asGroup.get(use.path)).body.reach).toBeNull();
});

test('the other group hears tens, once: nothing it reads moves with one person more or less', async () => {
  const site = await aSite();
  const seen = [];
  for (const count of [14, 17]) {
    const { asWriter, use, agree, begin, settle, writerPath } = await aChaperoned(site, count);
    await agree();
    await begin();
    await sendMailings(site, await aMailbox());
    await settle();
    await site.db.execute(sql`update compact_uses set sent_at = sent_at - interval '15 days'`);
    await site.sweep('compacts.count-acted');
    const { got, acted } = (await asWriter.get(use.writerPath)).body;
    const { rows } = (await asWriter.get(`${writerPath}/uses`)).body;
    seen.push({ got, acted, listed: rows.map((row: { got: object }) => row.got) });
  }
  expect(seen[0]).toEqual({
    got: { isCounted: true, count: 10 },
    acted: { isCounted: true, count: null },
    listed: [{ isCounted: true, count: 10 }],
  });
  expect(seen[1]).toEqual(seen[0]);
}, 60_000);

test('nobody changes it once there is a yes: its own group is refused, and with another text of the writer’s the yes falls', async () => {
  const site = await aSite();
  const { group, use, asGroup, asWriter, agree, mailingOf } = await aChaperoned(site, 1);
  await agree();
  const mailing = `/groups/${group.slug}/mailings/${await mailingOf()}`;
  const text = { subject: 'Another', preheader: '', body: 'Another.', version: 1 };
  for (const [method, path, body] of [
    ['put', '/texts/en', text],
    ['put', '/audience', { lines: '', purpose: 'updates' }],
    ['put', '/sender', { isInMyName: true }],
    ['put', '/template', { isTemplate: true }],
    ['put', '/sending', { when: 'now', count: 10 }],
    ['delete', '/sending', undefined],
    ['delete', '/wait', undefined],
    ['delete', '', undefined],
    ['post', '/variants', {}],
  ] as const)
    expect((await asGroup[method](mailing + path, body)).status, `${method} ${path}`).toBe(403);
  const texts = [{ language: 'en', subject: 'Another', body: 'Another.' }];
  expect((await asWriter.put(`${use.writerPath}/letter`, { texts })).status).toBe(204);
  expect((await asGroup.get(use.path)).body).toMatchObject({
    state: 'asked',
    mailingId: null,
    answeredBy: null,
  });
  expect((await asGroup.get(mailing)).status).toBe(404);
  expect(await site.db.$count(mailings)).toBe(0);
});

test('a word that changes by any other way keeps it from beginning, and it is asked for anew', async () => {
  const site = await aSite();
  const { use, asGroup, agree, begin, settle } = await aChaperoned(site, 1);
  await agree();
  await site.db.execute(sql`update composition_texts set body = 'Something else.'`);
  await begin();
  await settle();
  expect((await asGroup.get(use.path)).body).toMatchObject({ state: 'asked', mailingId: null });
  expect((await site.mails()).filter(({ tells }) => tells === 'compositions.letter')).toEqual([]);
});

test.each(['group', 'writer'] as const)(
  'when the %s is frozen or hidden in the middle, the rest does not go out',
  async (side) => {
    const site = await aSite();
    const mailbox = await aMailbox();
    const one = await aChaperoned(site, 6);
    await one.agree();
    // What the groups were told.
    await sendMailings(site, mailbox);
    await one.begin();
    await sendMailings(site, mailbox, 2);
    const measure = side === 'group' ? 'frozen_at' : 'hidden_at';
    await site.db.execute(
      sql`update groups set ${sql.identifier(measure)} = now() where id = ${one[side].id}`,
    );
    await sendMailings(site, mailbox);
    expect(mailbox.mails().filter(({ subject }) => subject === 'Come to the hearing')).toHaveLength(2);
  },
);

test('a steward of the writer’s finds nothing of the people by any door of their group, and no id in what they read', async () => {
  const site = await aSite();
  const mailbox = await aMailbox();
  const { group, people, use, asWriter, writerPath, agree, begin, settle, mailingOf, writer } =
    await aChaperoned(site, 3);
  await agree();
  const mailingId = await mailingOf();
  await begin();
  await sendMailings(site, mailbox);
  await settle();
  const routes = access.flatMap(({ expected }) => Object.keys(expected));
  const doors = routes.filter((name) =>
    /^GET \/groups\/:slug\/(people|mailing|exchanges|segments|lists|imports|exports)/.test(name),
  );
  expect(doors.length).toBeGreaterThan(15);
  for (const door of doors) {
    const path = door
      .slice(4)
      .replace(':slug', group.slug)
      .replaceAll(/:(\w+)/g, (_, name: string) => (name === 'mailingId' ? mailingId : (people[0]?.id ?? '')));
    const { status } = await asWriter.get(path);
    expect(status, door).toBeGreaterThanOrEqual(400);
    expect(status, door).toBeLessThan(500);
  }
  const read = [];
  for (const path of [
    writerPath,
    `${writerPath}/uses`,
    use.writerPath,
    `/groups/${writer.slug}/compacts`,
    '/notices',
  ])
    read.push(JSON.stringify((await asWriter.get(path)).body));
  const mine = (await site.mails()).filter(({ toAddress }) => toAddress === writer.steward.email);
  const { rows } = await site.db.execute(sql`select * from journal where group_id = ${writer.id}`);
  const all = read.join() + JSON.stringify(mine) + JSON.stringify(rows);
  for (const { id, email } of people) for (const word of [id, email ?? '']) expect(all).not.toContain(word);
  expect(all).not.toContain(mailingId);
});

test('a yes is taken back as long as nothing has left, and not after', async () => {
  const site = await aSite();
  const { use, asGroup, asWriter, agree } = await aChaperoned(site, 1);
  await agree();
  const no = { decision: 'declined', word: 'It rains.' };
  expect((await asGroup.put(`${use.path}/decision`, no)).status).toBe(204);
  expect(await site.db.$count(mailings)).toBe(0);
  const again = await asWriter.post(use.writerPath.replace(/\/[^/]+$/, ''), someLetter);
  const path = use.path.replace(use.id, again.body.id);
  expect((await asGroup.put(`${path}/decision`, { decision: 'agreed' })).status).toBe(204);
  await site.db.update(mailings).set({ dueAt: sql`now()` });
  await promiseNext(site, (await asGroup.get(path)).body.mailingId);
  const late = [
    await asGroup.put(`${path}/decision`, no),
    await asWriter.delete(use.writerPath.replace(use.id, again.body.id)),
  ];
  for (const reply of late)
    expect(reply).toMatchObject({ status: 409, body: { code: 'compacts.on-its-way' } });
});
