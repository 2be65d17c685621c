import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { campaigns } from './campaigns/tables.ts';
import { campaignUpdates } from './campaigns/updates/tables.ts';
import { aCampaign } from './campaigns/fixtures.ts';
import { anEvent } from './events/fixtures.ts';
import { events } from './events/tables.ts';
import { groups } from './groups/tables.ts';
import { aCast } from './links/fixtures.ts';
import { aSite } from './testing.ts';

/** Twenty kilobytes of it were 750 of HTML, made anew for everyone who read the page. */
const ROWS = `|${'a|'.repeat(200)}\n|${'-|'.repeat(200)}\n${'|\n'.repeat(9000)}`.slice(0, 19_000);

test('every text that would come to too long a page is refused when it is written, in words beside its field', async () => {
  const site = await aSite();
  const { group, organizer, steward } = await aCast(site);
  const campaign = await aCampaign(site, group, organizer);
  const event = await anEvent(site, { group });
  const asker = site.as(organizer, 'es');
  const { body: seen } = await asker.get(`/events/${event.slug}`);
  const writings = [
    ['story', await asker.patch(campaign.path, { story: ROWS })],
    ['body', await asker.post(`${campaign.path}/updates`, { title: 'News', body: ROWS })],
    ['about', await site.as(steward, 'es').patch(`/groups/${group.slug}`, { about: ROWS })],
    ['about', await asker.put(`/events/${event.slug}`, { ...seen, ...seen.source, about: ROWS })],
  ] as const;
  for (const [name, { status, body }] of writings) {
    expect(status).toBe(422);
    expect(body.fields).toEqual([
      { name, code: 'markdown.cells', message: 'Aquí hay demasiadas casillas de tabla: 2000 como máximo.' },
    ]);
  }
});

test('a text is rendered once, and read as it was stored', async () => {
  const site = await aSite();
  const { group, organizer, steward } = await aCast(site);
  const campaign = await aCampaign(site, group, organizer, { story: 'Keep it **open**.' });
  await site.as(organizer).post(`${campaign.path}/updates`, { title: 'News', body: 'We *won*.' });
  await site.as(steward).patch(`/groups/${group.slug}`, { about: 'We are _many_.' });
  const event = await anEvent(site, { group, about: 'Bring `keys`.' });
  await site.db.update(campaigns).set({ storyHtml: 'kept story' });
  await site.db.update(campaignUpdates).set({ bodyHtml: 'kept body' });
  await site.db.update(groups).set({ aboutHtml: 'kept group' });
  await site.db.update(events).set({ aboutHtml: 'kept event' });
  const stranger = site.as(null);
  const page = (await stranger.get(campaign.path)).body;
  expect([page.storyHtml, page.updates[0].bodyHtml]).toEqual(['kept story', 'kept body']);
  expect((await stranger.get(`/groups/${group.slug}`)).body.aboutHtml).toBe('kept group');
  expect((await stranger.get(`/events/${event.slug}`)).body.aboutHtml).toBe('kept event');
});

test('a text that an older version wrote is rendered by its first reader and kept, however it was rendered before', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const campaign = await aCampaign(site, group, organizer, { story: 'Before.' });
  await site.db.update(campaigns).set({ story: 'After.' });
  const after = '<p dir="auto">After.</p>\n';
  expect((await site.as(null).get(campaign.path)).body.storyHtml).toBe(after);
  const [row] = await site.db.select().from(campaigns).where(eq(campaigns.id, campaign.id));
  expect(row?.storyHtml).toBe(after);
});

test('a text from before there were bounds is shown as it was typed', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const campaign = await aCampaign(site, group, organizer);
  await site.db.update(campaigns).set({ story: `<b>&amp;${ROWS}`, storyHtml: null, storyHtmlOf: null });
  const { body } = await site.as(null).get(campaign.path);
  expect(body.storyHtml).toMatch(/^<pre dir="auto">&lt;b>&amp;amp;\|a\|/);
});
