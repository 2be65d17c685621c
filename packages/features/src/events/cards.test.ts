import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { anEvent } from './fixtures.ts';
import { hideEvent } from './hidings/actions.ts';
import { aCast } from '../links/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { hideCampaign } from '../campaigns/hidings/actions.ts';
import { aCampaign } from '../campaigns/fixtures.ts';

test('a campaign, an event and a group have a card that strangers may fetch, and keep for a while', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const [campaign, event] = [await aCampaign(site, group, organizer), await anEvent(site, { group })];
  for (const path of [campaign.path, `/events/${event.slug}`, `/groups/${group.slug}`]) {
    const { status, headers } = await site.as(null).get(`${path}/card.png?language=ar`);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      ...[200, 'image/png', 'public, max-age=300'],
    ]);
    const known = { 'if-none-match': String(headers.etag) };
    const again = await site.app.inject({ url: `/api/v1${path}/card.png?language=ar`, headers: known });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await site.as(null).get(`${path}/card.png?language=xx`)).status).toBe(400);
  }
});

test('a draft, and what a private group has out, has a card for those who see its page, kept by nobody', async () => {
  const site = await aSite();
  const [open, closed] = [await aCast(site), await aCast(site, 'private')];
  const { slug } = await anEvent(site, { group: closed.group });
  const draft = await anEvent(site, { group: open.group, isDraft: true });
  const cases = [
    { path: `/events/${draft.slug}`, sees: open.organizer, not: open.member },
    { path: `/events/${slug}`, sees: closed.member, not: closed.outsider },
    { path: `/groups/${closed.group.slug}`, sees: closed.member, not: closed.outsider },
  ];
  for (const { path, sees, not } of cases) {
    const { status, headers } = await site.as(sees).get(`${path}/card.png`);
    expect([status, headers['cache-control']]).toEqual([200, 'private, no-store']);
    for (const account of [not, null])
      expect((await site.as(account).get(`${path}/card.png`)).status).toBe(404);
  }
});

test('a hidden event has no card for strangers', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const [campaign, event] = [await aCampaign(site, group, organizer), await anEvent(site, { group })];
  const decided = { actorId: group.steward.id, reason: 'It names a person.' };
  await site.ctx().change((tx) => hideCampaign(tx, { id: campaign.id, ...decided }));
  await site.ctx().change((tx) => hideEvent(tx, { id: event.id, ...decided }));
  for (const path of [campaign.path, `/events/${event.slug}`]) {
    expect((await site.as(null).get(`${path}/card.png`)).status).toBe(404);
    expect((await site.as(group.steward).get(`${path}/card.png`)).headers['cache-control']).toBe(
      'private, no-store',
    );
  }
});

test('each language has a card of its own', async () => {
  const site = await aSite();
  const { group } = await aCast(site);
  const { slug } = await anEvent(site, { group });
  const cards = await Promise.all(['en', 'es', 'ar'].map((language) => pictureOf(site, slug, language)));
  expect(new Set(cards).size).toBe(3);
});

async function pictureOf({ app }: TestSite, slug: string, language: string) {
  const { rawPayload } = await app.inject({ url: `/api/v1/events/${slug}/card.png?language=${language}` });
  return createHash('sha256').update(rawPayload).digest('hex');
}
