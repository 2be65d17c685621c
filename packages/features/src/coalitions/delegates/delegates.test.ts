import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCoalition, aDelegate, aMandate, joinCoalition } from '../fixtures.ts';
import { endTerms } from './actions.ts';

async function aSeat(site: TestSite) {
  const coalition = await aCoalition(site);
  const group = await aGroup(site, { name: 'Second' });
  await joinCoalition(site, coalition, group);
  const member = await aMember(site, group);
  const path = `/groups/${group.slug}/coalitions/${coalition.slug}/delegates`;
  const roleOf = async (account: typeof member) =>
    (await site.as(account).get(`/groups/${coalition.slug}`)).body.myRole;
  return { coalition, group, member, path, roleOf };
}

test('a group names a member who speaks for it, and they are a member of the coalition', async () => {
  const site = await aSite();
  const { coalition, group, member, path, roleOf } = await aSeat(site);
  expect((await site.as(group.steward).put(`${path}/${member.id}`, aMandate)).status).toBe(204);
  expect(await roleOf(member)).toBe('member');
  const { body } = await site.as(group.steward).get(`/coalitions/${coalition.slug}/delegates`);
  expect(body.rows).toMatchObject([
    { role: 'steward', isMe: false },
    { name: member.name, mandate: aMandate.mandate, group: { slug: group.slug } },
  ]);
  expect((await site.mails()).at(-1)).toMatchObject({
    toAddress: member.email,
    subject: 'You speak for Second in Valley Coalition',
  });
});

test('only stewards of the group name, and only members of it', async () => {
  const site = await aSite();
  const { coalition, group, member, path } = await aSeat(site);
  const stranger = await anAccount(site);
  const organizer = await aMember(site, group, 'organizer');
  for (const viewer of [organizer, member, stranger, coalition.steward])
    expect((await site.as(viewer).put(`${path}/${member.id}`, aMandate)).status).toBe(403);
  const reply = await site.as(group.steward).put(`${path}/${stranger.id}`, aMandate);
  expect(reply).toMatchObject({ status: 422, body: { fields: [{ name: 'accountId' }] } });
});

test('as many speak for a group as the coalition has seats for each', async () => {
  const site = await aSite();
  const { coalition, group, member, path } = await aSeat(site);
  const steward = site.as(group.steward);
  await steward.put(`${path}/${member.id}`, aMandate);
  const second = await aMember(site, group);
  expect(await steward.put(`${path}/${second.id}`, aMandate)).toMatchObject({
    status: 409,
    body: { code: 'coalitions.seats-taken' },
  });
  await site.as(coalition.steward).patch(`/coalitions/${coalition.slug}`, { seats: 2 });
  expect((await steward.put(`${path}/${second.id}`, aMandate)).status).toBe(204);
  // Named again, the mandate changes and no seat is taken.
  const mandate = { ...aMandate, mandate: 'Vote no.' };
  expect((await steward.put(`${path}/${second.id}`, mandate)).status).toBe(204);
  const { body } = await steward.get(`/groups/${group.slug}/coalitions`);
  expect(body.rows[0].delegates.map((one: { mandate: string }) => one.mandate)).toEqual([
    aMandate.mandate,
    'Vote no.',
  ]);
});

test('two named for the last seat at the same moment: one takes it', async () => {
  const site = await aSite();
  const { group, member, path } = await aSeat(site);
  const second = await aMember(site, group);
  const replies = await Promise.all(
    [member, second].map((one) => site.as(group.steward).put(`${path}/${one.id}`, aMandate)),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
});

test('one person speaks for one group in a coalition', async () => {
  const site = await aSite();
  const { coalition, group, member } = await aSeat(site);
  const other = await aGroup(site, { name: 'Third' });
  await joinCoalition(site, coalition, other);
  await aDelegate(site, { coalition, group, account: member });
  await aMember(site, other, 'member', member);
  const path = `/groups/${other.slug}/coalitions/${coalition.slug}/delegates/${member.id}`;
  expect(await site.as(other.steward).put(path, aMandate)).toMatchObject({
    status: 409,
    body: { code: 'coalitions.speaks-for-another' },
  });
});

test('who is recalled is out at once, and told', async () => {
  const site = await aSite();
  const { coalition, group, member, path, roleOf } = await aSeat(site);
  await aDelegate(site, { coalition, group, account: member });
  expect((await site.as(coalition.steward).delete(`${path}/${member.id}`)).status).toBe(403);
  expect((await site.as(group.steward).delete(`${path}/${member.id}`)).status).toBe(204);
  expect(await roleOf(member)).toBeNull();
  expect((await site.as(group.steward).delete(`${path}/${member.id}`)).status).toBe(404);
  expect((await site.mails()).at(-1)).toMatchObject({ toAddress: member.email });
});

test.for(['leaves', 'is removed', 'is banned', 'is banned from the coalition', 'leaves the coalition'])(
  'a delegate who %s speaks for nobody, and those who name hear of it',
  async (how) => {
    const site = await aSite();
    const { coalition, group, member, roleOf } = await aSeat(site);
    await aDelegate(site, { coalition, group, account: member });
    const [own, head] = [site.as(group.steward), site.as(coalition.steward)];
    const deeds: Record<string, () => Promise<{ status: number }>> = {
      leaves: () => site.as(member).delete(`/groups/${group.slug}/membership`),
      'is removed': () => own.delete(`/groups/${group.slug}/members/${member.id}`),
      'is banned': () => own.put(`/groups/${group.slug}/bans/${member.id}`),
      'is banned from the coalition': () => head.put(`/groups/${coalition.slug}/bans/${member.id}`),
      'leaves the coalition': () => site.as(member).delete(`/groups/${coalition.slug}/membership`),
    };
    expect((await deeds[how]?.())?.status).toBe(204);
    expect(await roleOf(member)).toBeNull();
    await site.work();
    const told = (await site.mails()).filter(({ subject }) => subject?.includes('empty seat'));
    expect(told.map(({ toAddress }) => toAddress)).toEqual([group.steward.email]);
    await site.work();
    const spoken = await site.as(coalition.steward).get(`/coalitions/${coalition.slug}/delegates`);
    expect(spoken.body.rows).toHaveLength(1);
  },
);

test('a group that is suspended has nobody who speaks for it', async () => {
  const site = await aSite();
  const { coalition, group, member, roleOf } = await aSeat(site);
  await aDelegate(site, { coalition, group, account: member });
  const path = `/coalitions/${coalition.slug}/groups/${group.slug}/suspension`;
  await site.as(coalition.steward).put(path, { reason: 'They sold a list.' });
  expect(await roleOf(member)).toBeNull();
  await site.as(coalition.steward).delete(path);
  expect(await roleOf(member)).toBeNull();
});

test('a group that is deleted takes its delegates along', async () => {
  const site = await aSite();
  const { coalition, group, member, roleOf } = await aSeat(site);
  await aDelegate(site, { coalition, group, account: member });
  await site.db.execute(sql`delete from groups where id = ${group.id}`);
  expect(await roleOf(member)).toBeNull();
  const { rows } = await site.db.execute(sql`select from coalition_reach where group_id = ${group.id}`);
  expect(rows).toEqual([]);
});

test('a term is announced two weeks ahead, once, and ends after its last day', async () => {
  const site = await aSite();
  const { coalition, group, member, path, roleOf } = await aSeat(site);
  await aDelegate(site, { coalition, group, account: member });
  const subjects = async () => {
    await endTerms(site.ctx());
    await endTerms(site.ctx());
    const mails = await site.mails();
    return mails.map(({ subject }) => subject ?? '').filter((subject) => subject.startsWith('A term'));
  };
  expect(await subjects()).toEqual([]);
  await site.db.execute(
    sql`update delegates set term_ends_on = current_date + 10 where account_id = ${member.id}`,
  );
  expect(await subjects()).toHaveLength(2);
  // Named again, it is announced again when that time comes.
  await site.as(group.steward).put(`${path}/${member.id}`, aMandate);
  await site.db.execute(
    sql`update delegates set term_ends_on = current_date - 2 where account_id = ${member.id}`,
  );
  const told = await subjects();
  expect(told.slice(2)).toEqual(['A term in Valley Coalition is over', 'A term in Valley Coalition is over']);
  expect(await roleOf(member)).toBeNull();
});
