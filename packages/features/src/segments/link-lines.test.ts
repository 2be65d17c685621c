import { expect, test } from 'vitest';
import { aPublishedCampaign, aSignature } from '../campaigns/fixtures.ts';
import { anEvent, anRsvp, tokenFor } from '../events/fixtures.ts';
import { aCrew } from '../people/fixtures.ts';
import { aSite, type TestAnswer } from '../testing.ts';

const namesIn = ({ body }: TestAnswer) => body.rows.map(({ name }: { name: string }) => name).sort();

/** A group with a campaign, an event and a link that stands on its flyer. */
async function aFlyer() {
  const site = await aSite();
  const crew = await aCrew(site);
  const base = `/groups/${crew.group.slug}`;
  const campaign = await aPublishedCampaign(site, crew.group);
  const event = await anEvent(site, crew);
  const path = `/campaigns/${campaign.slug}`;
  const link = (await site.as(crew.steward).post(`${base}/links`, { path, label: 'Flyer', code: 'flyer' }))
    .body;
  const find = (lines: string, by = crew.steward) =>
    site.as(by).get(`${base}/people?lines=${encodeURIComponent(lines)}`);
  return { site, ...crew, base, path, event, link, line: `add:brought:link=${link.id}`, find };
}

test('who came by a link and signed or answered is found, and nobody else', async () => {
  const { site, path, event, line, find } = await aFlyer();
  await aSignature(site, { path }, { name: 'Ana', link: 'flyer' });
  await aSignature(site, { path }, { name: 'Bo' });
  await anRsvp(site, event, { name: 'Cy', link: 'FLYER' });
  await anRsvp(site, event, { name: 'Di' });
  await site.as(null).get('/go/flyer');
  const found = await find(line);
  expect(namesIn(found)).toEqual(['Ana', 'Cy']);
  expect(found.body.lines).toMatchObject([{ about: 'Flyer (flyer)', isGone: false }]);
});

test('whoever takes their answer back was brought by no link', async () => {
  const { site, event, line, find } = await aFlyer();
  const { email } = await anRsvp(site, event, { name: 'Cy', link: 'flyer' });
  expect(namesIn(await find(line))).toEqual(['Cy']);
  await site.as(null).delete(`/rsvps/${await tokenFor(site, email)}`);
  expect(namesIn(await find(line))).toEqual([]);
});

test('who joined by the link of a place that is left is found as long as they are members', async () => {
  const { site, group, steward, outsider, base, find } = await aFlyer();
  const place = { kind: 'facebook', name: 'Tenants on Facebook' };
  await site.as(steward).post(`${base}/moves`, place);
  const [choice] = (await site.as(steward).get(`${base}/people-links`)).body.rows;
  const code = /\((.+)\)$/.exec(choice.name)?.[1];
  expect((await site.as(outsider).put(`${base}/membership?via=${code}`)).status).toBe(200);
  await site.work();
  const line = `add:brought:link=${choice.id}`;
  expect(namesIn(await find(line))).toEqual([outsider.name]);
  await site.as(outsider).delete(`/groups/${group.slug}/membership`);
  await site.work();
  expect(namesIn(await find(line))).toEqual([]);
});

test('the links that a line can be about are those of the group, for whoever sees its people', async () => {
  const { site, member, organizer, base, link, line } = await aFlyer();
  const { rows } = (await site.as(organizer).get(`${base}/people-links`)).body;
  expect(rows).toContainEqual({ id: link.id, name: 'Flyer (flyer)' });
  expect((await site.as(member).get(`${base}/people-links`)).status).toBe(404);
  const other = await aCrew(site);
  const theirs = site.as(other.steward);
  expect((await theirs.get(`/groups/${other.group.slug}/people-links`)).body.rows).toEqual([]);
  expect((await theirs.get(`${other.path}?lines=${line}`)).body).toMatchObject({
    rows: [],
    lines: [{ about: null, isGone: true }],
  });
});
