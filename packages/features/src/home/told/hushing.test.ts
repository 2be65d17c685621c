import { expect, test } from 'vitest';
import { hushing } from '../../notices/hushing.ts';
import { carefulGroups } from '../../notices/tables.ts';
import { aSite } from '../../testing.ts';
import { aTalkOfTwo, aJoiner, chosenAsFirst, mailsGot, passAndMail } from './fixtures.ts';

test('mail of one kind is ended by the link in it, without signing in, and begun again', async () => {
  const site = await aSite();
  const { bea, say } = await aTalkOfTwo(site);
  await say('At six?');
  await passAndMail(site, '6 minutes');
  const [mail] = await mailsGot(site, bea);
  const { url = '', oneClickUrl = '' } = mail?.letter?.unsubscribe ?? {};
  const link = url.slice(url.indexOf('/quieter'));
  const stranger = site.as(null);
  const asked = await stranger.get(link);
  expect(mail?.letter?.inReplyTo).toMatch(/^<about\.[0-9a-f-]{36}@/);
  expect(asked.body).toEqual({
    ...{ kind: 'messaging.direct-received', level: 'mine' },
    ...{ example: mail?.subject, isHushed: false },
  });
  const pressed = await stranger.post(oneClickUrl.slice(oneClickUrl.indexOf('/hushings')));
  expect(pressed.status).toBe(204);
  expect((await stranger.get(link)).body.isHushed).toBe(true);
  const { hushed } = (await site.as(bea).get('/account/notices')).body;
  expect(hushed).toEqual([expect.objectContaining({ kind: 'messaging.direct-received', path: link })]);
  await site.as(bea).put('/notices/seen');
  await say('At seven?');
  await passAndMail(site, '1 hour');
  expect(await mailsGot(site, bea)).toHaveLength(1);
  expect((await stranger.delete(link)).status).toBe(204);
  expect((await site.as(bea).get('/account/notices')).body.hushed).toEqual([]);
});

test('a link for one kind ends no other, and what must reach somebody cannot be ended', async () => {
  const site = await aSite();
  const { bea } = await aTalkOfTwo(site);
  const linkOf = (kind: string) => {
    const { url } = hushing(site.house, { accountId: bea.id, kind, language: 'en' });
    return url.slice(url.indexOf('/quieter'));
  };
  const other = linkOf('messaging.direct-received').replace('messaging.direct-received', 'groups.join-asked');
  const must = linkOf('accounts.password-changed');
  for (const link of [other, must, linkOf('groups.unheard-of')]) {
    expect((await site.as(null).get(link)).status).toBe(404);
    expect((await site.as(null).put(link)).status).toBe(404);
  }
});

test('of a careful group no mail says what it is about, neither its name nor who', async () => {
  const site = await aSite();
  const { group, bea, say } = await aTalkOfTwo(site);
  await site.house.db.insert(carefulGroups).values({ groupId: group.id });
  await say('At six?');
  await passAndMail(site, '6 minutes');
  await site.as(group.steward).delete(`/groups/${group.slug}/members/${bea.id}`);
  await site.work();
  const mails = await mailsGot(site, bea);
  expect(mails).toHaveLength(2);
  for (const { subject, letter } of mails) {
    expect(subject).toBe('Something new at Valley Coalition');
    expect(letter?.senderName ?? 'Valley Coalition').toBe('Valley Coalition');
    expect(letter?.preheader ?? '').not.toContain('Ana');
  }
  expect(JSON.stringify(mails[0]?.letter)).not.toMatch(/Ana|Tenants/);
});

test('who wants no mail of several things together hears of one thing all the same', async () => {
  const site = await aSite();
  const { group, bea, say } = await aTalkOfTwo(site);
  const { url } = hushing(site.house, { accountId: bea.id, kind: 'home.digest', language: 'en' });
  await site.as(null).put(url.slice(url.indexOf('/quieter')));
  await say('At six?');
  await passAndMail(site, '6 minutes');
  expect((await mailsGot(site, bea)).map(({ subject }) => subject)).toEqual(['Ana wrote to you']);
  await site.as(bea).put('/account/notices', { ...chosenAsFirst, mine: 'digest', decide: 'digest' });
  await site.as(group.steward).patch(`/groups/${group.slug}/members/${bea.id}`, { role: 'steward' });
  await site.as(group.steward).patch(`/groups/${group.slug}`, { joining: 'approval', questions: [] });
  await aJoiner(site, group, 'Grace');
  await passAndMail(site, '25 hours');
  expect(await mailsGot(site, bea)).toHaveLength(1);
  expect((await site.as(bea).get('/notices')).body.rows).toHaveLength(1);
});
