import { expect, test } from 'vitest';
import { aCampaign, aSignature } from '../campaigns/fixtures.ts';
import { anEvent, beganAgo } from '../events/fixtures.ts';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { aPerson } from '../people/fixtures.ts';
import { aLadderWriter } from './fixtures.ts';

/** A ladder that begins so and tags whoever begins; `begun` are the emails of those it tagged. */
async function aTagger(beginning: object, options: Parameters<typeof aLadderWriter>[0] = {}) {
  const writer = await aLadderWriter(options);
  const { group, begin, says, add, open, asOrganizer, later } = writer;
  const openIt = async (more: object = {}, count = 0) => {
    const ladder = await begin();
    const said = await says(ladder, { ...beginning, ...more });
    if (said.status !== 204) throw new Error(JSON.stringify(said.body));
    await add(ladder, { does: 'tag', tag: 'begun' });
    const opened = await open(ladder, count);
    if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
    return ladder;
  };
  const begun = async (): Promise<string[]> => {
    await later();
    const found = await asOrganizer.get(`/groups/${group.slug}/people?lines=only:tagged:tag=begun&limit=200`);
    return found.body.rows.map(({ email }: { email: string }) => email).sort();
  };
  return { ...writer, openIt, begun };
}

test('whoever signed the campaign begins once they proved their address, and nobody of before', async () => {
  const { site, group, steward, openIt, begun, pass } = await aTagger({});
  const [asked, another] = [await aCampaign(site, group, steward), await aCampaign(site, group, steward)];
  await aSignature(site, asked, { email: 'early@example.org' });
  await openIt({ begins: 'signed', campaign: asked.id });
  await aSignature(site, asked, { email: 'ana@example.org' });
  await aSignature(site, asked, { email: 'typed@example.org', confirmed: false });
  await aSignature(site, another, { email: 'ben@example.org' });
  expect(await begun()).toEqual(['ana@example.org']);
  await pass(2);
  await aSignature(site, asked, { email: 'cleo@example.org' });
  expect(await begun()).toEqual(['ana@example.org', 'cleo@example.org']);
});

test('of any campaign of the group, and of no other group’s', async () => {
  const { site, group, steward, openIt, begun } = await aTagger({ begins: 'signed' });
  await openIt();
  const elsewhere = await aGroup(site);
  await aSignature(site, await aCampaign(site, group, steward), { email: 'ana@example.org' });
  await aSignature(site, await aCampaign(site, elsewhere, elsewhere.steward), { email: 'ben@example.org' });
  expect(await begun()).toEqual(['ana@example.org']);
});

test('whoever came begins once the event is over', async () => {
  const { site, group, organizer, openIt, begun, pass } = await aTagger({ begins: 'came' });
  await openIt();
  const event = await anEvent(site, { group, lastsHours: 8 });
  await beganAgo(site, event, 0.5);
  const walkedIn = await site
    .as(organizer)
    .post(`/events/${event.slug}/walk-ins`, { name: 'Ana', email: 'ana@example.org' });
  expect(walkedIn.status).toBe(204);
  expect(await begun()).toEqual([]);
  await pass(1);
  expect(await begun()).toEqual(['ana@example.org']);
});

test('whoever falls silent begins on that day, and whoever was heard of does not', async () => {
  const { site, group, openIt, begun, pass } = await aTagger({ begins: 'silent', days: 30 });
  const ana = await aPerson(site, group);
  await openIt();
  await pass(20);
  const ben = await aPerson(site, group);
  expect(await begun()).toEqual([]);
  await pass(11);
  const found = await begun();
  expect(found).toContain(ana.email);
  expect(found).not.toContain(ben.email);
  await pass(20);
  expect(await begun()).toContain(ben.email);
});

test('whoever comes to be in a segment begins; who is in it already, once they have been out of it', async () => {
  const { site, group, asOrganizer, openIt, begun, pass } = await aTagger({});
  const people = `/groups/${group.slug}/people`;
  const segment = await asOrganizer.post(`/groups/${group.slug}/segments`, {
    name: 'Drivers',
    lines: 'only:tagged:tag=driver',
  });
  const tag = (person: { id: string }, tags: string[]) =>
    asOrganizer.put(`${people}/${person.id}/tags`, { tags });
  const [ana, ben] = [await aPerson(site, group), await aPerson(site, group)];
  await tag(ana, ['driver']);
  await openIt({ begins: 'segment', segment: segment.body.id });
  expect(await begun()).toEqual([]);
  await tag(ben, ['driver']);
  await pass(1);
  expect(await begun()).toEqual([ben.email]);
  await tag(ana, []);
  await pass(1);
  await tag(ana, ['driver']);
  await pass(1);
  expect(await begun()).toEqual([ana.email, ben.email].sort());
});

test('let in again, those begin who come to be in the segment after that, and nobody of before', async () => {
  const { site, group, asOrganizer, openIt, begun, pass } = await aTagger({});
  const segment = await asOrganizer.post(`/groups/${group.slug}/segments`, {
    name: 'Drivers',
    lines: 'only:tagged:tag=driver',
  });
  const tag = (person: { id: string }) =>
    asOrganizer.put(`/groups/${group.slug}/people/${person.id}/tags`, { tags: ['driver'] });
  const [ana, ben] = [await aPerson(site, group), await aPerson(site, group)];
  const ladder = await openIt({ begins: 'segment', segment: segment.body.id });
  await site.work();
  await asOrganizer.put(`${ladder}/closing`);
  await tag(ana);
  await asOrganizer.delete(`${ladder}/closing`);
  expect(await begun()).toEqual([]);
  await tag(ben);
  await pass(1);
  expect(await begun()).toEqual([ben.email]);
});

test('those who are so already begin too where that was said, once, and as if it were today', async () => {
  const { site, group, openIt, begun, look, pass } = await aTagger({ begins: 'joined', takesEarlier: true });
  await aMember(site, group);
  await pass(100);
  const ladder = await openIt({}, 10);
  expect(await begun()).toHaveLength(4);
  await pass(100);
  expect((await look(ladder)).overCount).toBe(4);
});

test('where many more would begin at once than were said, it is asked again', async () => {
  const { site, group, begin, says, add, open } = await aLadderWriter();
  for (let n = 0; n < 12; n++) await aMember(site, group);
  await site.work();
  const ladder = await begin();
  await says(ladder, { begins: 'joined', takesEarlier: true });
  await add(ladder, { does: 'tag', tag: 'begun' });
  expect(await open(ladder, 1)).toMatchObject({
    status: 409,
    body: { code: 'ladders.more-by-now' },
  });
  expect((await open(ladder, 15)).status).toBe(200);
});

test('a beginning names what is the group’s own, and says what it needs', async () => {
  const { site, begin, says } = await aLadderWriter();
  const elsewhere = await aGroup(site);
  const foreign = await aCampaign(site, elsewhere, elsewhere.steward);
  const ladder = await begin();
  const fields = async (beginning: object) => {
    const { status, body } = await says(ladder, beginning);
    return [status, body.fields?.map(({ name, code }: { name: string; code: string }) => `${name} ${code}`)];
  };
  expect(await fields({ begins: 'signed', campaign: foreign.id })).toEqual([
    422,
    ['campaign ladders.thing-unknown'],
  ]);
  expect(await fields({ begins: 'silent' })).toEqual([422, ['days field.required']]);
  expect(await fields({ begins: 'segment' })).toEqual([422, ['segment field.required']]);
  expect(await fields({ begins: 'came', purpose: 'membership' })).toEqual([
    422,
    ['purpose ladders.membership-of-members'],
  ]);
});
