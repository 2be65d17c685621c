import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aMember } from '../../groups/fixtures.ts';
import { aCrew, aPerson } from '../../people/fixtures.ts';
import { aSite } from '../../testing.ts';

async function aCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  await site.work();
  const ana = await aPerson(site, crew.group, { name: 'Ana Rivera', phone: '+15105550119' });
  const path = `/groups/${crew.group.slug}`;
  const [organizer, asMember] = [site.as(crew.organizer), site.as(crew.member)];
  const made = await organizer.post(`${path}/people-views`, { name: 'Calls', columns: ['name', 'phone'] });
  const view = `${path}/people-views/${made.body.id}`;
  const share = `${view}/shares/${crew.member.id}`;
  expect((await organizer.put(share)).status).toBe(204);
  const told = async () => (await site.mails()).filter(({ key }) => key.startsWith('view-shared:'));
  return { site, ...crew, ana, path, view, share, organizer, asMember, told, viewId: made.body.id };
}

test('whoever a view is shared with is told by whom, which one and where, and nothing of those in it', async () => {
  const { group, member, told, viewId, path, organizer, share, ana } = await aCase();
  await organizer.put(share);
  const mails = await told();
  expect(mails).toMatchObject([{ toAddress: member.email, groupId: group.id, state: 'promised' }]);
  const [mail] = mails;
  expect(mail?.subject).toContain('Calls');
  expect(mail?.subject).toContain((await organizer.get('/account')).body.name);
  expect(mail?.letter?.button?.url).toMatch(new RegExp(`${path}/shared/${viewId}$`));
  for (const hidden of ['Ana Rivera', `${ana.email}`, ana.id, '510'])
    expect(JSON.stringify(mail?.letter), hidden).not.toContain(hidden);
});

test('it leads the member to the view, and goes out once', async () => {
  const { site, organizer, share, told, asMember, viewId, path } = await aCase();
  await site.work();
  expect((await asMember.get(`${path}/shared-views/${viewId}`)).status).toBe(200);
  expect(await told()).toMatchObject([{ state: expect.stringMatching(/^(sent|kept)$/) }]);
  await organizer.put(share);
  await site.work();
  expect(await told()).toHaveLength(1);
});

test.each(['ended', 'removed', 'left', 'sent away', 'erased'] as const)(
  'what was not sent before the share was %s is never sent',
  async (end) => {
    const { site, group, member, organizer, asMember, path, view, share, told } = await aCase();
    const ways = {
      ended: () => organizer.delete(share),
      removed: () => organizer.delete(view),
      left: () => asMember.delete(`${path}/membership`),
      'sent away': () => site.as(group.steward).delete(`${path}/members/${member.id}`),
      erased: () => site.db.execute(sql`delete from accounts where id = ${member.id}`),
    };
    expect(await told()).toHaveLength(1);
    const done = await ways[end]();
    if ('status' in done) expect(done.status).toBe(204);
    expect(await told()).toEqual([]);
  },
);

test('nobody else is told, of whoever was shared with or of whose share was refused', async () => {
  const { site, organizer, view, told, member, steward } = await aCase();
  const outsider = await anAccount(site);
  for (const account of [outsider, steward])
    expect((await organizer.put(`${view}/shares/${account.id}`)).status).toBeGreaterThan(399);
  expect((await told()).map(({ toAddress }) => toAddress)).toEqual([member.email]);
});

test('one that ended is told again when it is shared anew, and the others stay told', async () => {
  const { site, group, organizer, share, view, told, member } = await aCase();

  const other = await aMember(site, group);
  await organizer.put(`${view}/shares/${other.id}`);
  await organizer.delete(share);
  expect((await told()).map(({ toAddress }) => toAddress)).toEqual([other.email]);
  await organizer.put(share);
  expect((await told()).map(({ toAddress }) => toAddress).sort()).toEqual([member.email, other.email].sort());
});
