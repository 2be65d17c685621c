import { sql } from 'drizzle-orm';
import { aGroup } from '../groups/fixtures.ts';
import { wholeChoice } from '../people/choice-seals.ts';
import { sealedId } from '../site/tokens.ts';
import type { Access } from '../testing/access.ts';
import {
  aCampaign,
  aDrawnCampaign,
  aFrame,
  aProvenCampaign,
  aSignature,
  aSponsor,
  aSponsorFrame,
} from './fixtures.ts';
import type { campaignRoutes } from './routes.ts';

export const campaignAccess: Access<typeof campaignRoutes> = {
  expected: {
    'GET /campaigns': '200 200 200 200 200 200 200 200',
    'GET /site/front-campaign': '200 200 200 200 200 200 200 200',
    'POST /groups/:slug/campaigns': '401 403 403 201 201 403 403 403 | 401 404 403 201 201 404 404 404',
    'GET /campaigns/:slug': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'GET /campaigns/:slug/card.png': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'PATCH /campaigns/:slug': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'DELETE /campaigns/:slug': '401 404 404 204 204 404 404 404',
    'PUT /campaigns/:slug/publication': '401 404 404 200 200 404 404 404',
    'PUT /campaigns/:slug/pause': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'DELETE /campaigns/:slug/pause': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'DELETE /campaigns/:slug/outcome': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'PUT /campaigns/:slug/outcome': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'POST /groups/:slug/campaigns/exports':
      '401 403 403 403 200 403 403 403 | 401 404 403 403 200 404 404 404',
    'POST /campaigns/:slug/names/exports':
      '401 403 403 403 200 403 403 403 | 401 404 403 403 200 404 404 404',
    'POST /campaigns/:slug/names/books': '401 403 403 403 200 403 403 403 | 401 404 403 403 200 404 404 404',
    'POST /campaigns/:slug/signatures': '202 202 202 202 202 202 202 202 | 404 404 202 202 202 404 404 404',
    'GET /campaigns/:slug/signatures': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'GET /campaigns/:slug/numbers': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'PUT /campaigns/:slug/signatures/:id/hiding':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'DELETE /campaigns/:slug/signatures/:id/hiding':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'GET /signatures/:sealed': '200 200 200 200 200 200 200 200',
    'PUT /signatures/:sealed/shares': '200 200 200 200 200 200 200 200',
    'PUT /signatures/:sealed/confirmation': '200 200 200 200 200 200 200 200',
    'DELETE /signatures/:sealed': '200 200 200 200 200 200 200 200',
    'GET /campaigns/:slug/bursts': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'PUT /campaigns/:slug/bursts/:id/release':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'PUT /campaigns/:slug/bursts/:id/refusal':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'DELETE /campaigns/:slug/bursts/:id/refusal':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'GET /campaigns/:slug/reminders': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'POST /campaigns/:slug/reminders': '401 403 403 409 409 403 403 403 | 401 404 403 409 409 404 404 404',
    'GET /campaigns/:slug/updates': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'GET /campaigns/:slug/receivers': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'POST /campaigns/:slug/updates': '401 403 403 201 201 403 403 403 | 401 404 403 201 201 404 404 404',
    'GET /campaigns/:slug/updates/:id': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'PUT /campaigns/:slug/updates/:id/hiding':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'DELETE /campaigns/:slug/updates/:id/hiding':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'GET /campaigns/:slug/proofs': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'POST /campaigns/:slug/proofs': '401 403 403 202 202 403 403 403 | 401 404 403 202 202 404 404 404',
    'GET /campaigns/:slug/proofs/:id.txt':
      '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'GET /campaigns/:slug/sponsors': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'PUT /campaigns/:slug/sponsors/:group':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'DELETE /campaigns/:slug/sponsors/:group':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'GET /campaigns/:slug/frames/:frame': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'GET /campaigns/:slug/frames/:frame/card.png':
      '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'POST /campaigns/:slug/frames': '401 403 403 201 201 403 403 403 | 401 404 403 201 201 404 404 404',
    'PATCH /campaigns/:slug/frames/:frame':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'DELETE /campaigns/:slug/frames/:frame': '401 404 404 204 204 404 404 404',
    'PUT /campaigns/:slug/frames/:frame/publication': '401 404 404 204 204 404 404 404',
    'DELETE /campaigns/:slug/frames/:frame/publication':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'PUT /campaigns/:slug/frames/:frame/refusal': '401 404 404 204 204 404 404 404',
    // Of a group that stands with another's campaign: nobody could open what a private one tells.
    'PUT /campaigns/:slug/frames/:frame/question':
      '401 404 404 204 204 404 404 404 | 401 404 404 409 409 404 404 404',
    'DELETE /campaigns/:slug/frames/:frame/question': '401 404 404 204 204 404 404 404',
    'POST /groups/:slug/sponsorships/:campaign/frames':
      '401 403 403 201 201 403 403 403 | 401 404 403 201 201 404 404 404',
    'GET /campaigns/:slug/coordinators': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'PUT /campaigns/:slug/coordinators/:accountId':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'DELETE /campaigns/:slug/coordinators/:accountId':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'POST /groups/:slug/sponsorships/:campaign/names/exports':
      '401 403 403 403 200 403 403 403 | 401 404 403 403 200 404 404 404',
    'GET /groups/:slug/sponsorships/:campaign/draws':
      '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'GET /groups/:slug/sponsorships/:campaign/draws/:id.txt':
      '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'POST /groups/:slug/sponsorships/:campaign/draws/exports':
      '401 403 403 403 200 403 403 403 | 401 404 403 403 200 404 404 404',
    'GET /subscriptions/:sealed/campaigns/:choice': '200 200 200 200 200 200 200 200',
    'PUT /subscriptions/:sealed/campaigns/:choice': '204 204 204 204 204 204 204 204',
    'GET /groups/:slug/sponsorships': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'PUT /groups/:slug/sponsorships/:campaign':
      '401 403 403 404 404 403 403 403 | 401 404 403 404 404 404 404 404',
    'DELETE /groups/:slug/sponsorships/:campaign':
      '401 403 403 404 404 403 403 403 | 401 404 403 404 404 404 404 404',
    // Of a group that does not stand with it; of one that does: updates/sponsors-news.test.ts.
    'GET /groups/:slug/sponsorships/:campaign/updates':
      '401 403 403 404 404 403 403 403 | 401 404 403 404 404 404 404 404',
    'POST /groups/:slug/sponsorships/:campaign/updates':
      '401 403 403 404 404 403 403 403 | 401 404 403 404 404 404 404 404',
    'PUT /groups/:slug/sponsorships/:campaign/updates/:id/hiding':
      '401 403 403 404 404 403 403 403 | 401 404 403 404 404 404 404 404',
    'DELETE /groups/:slug/sponsorships/:campaign/updates/:id/hiding':
      '401 403 403 404 404 403 403 403 | 401 404 403 404 404 404 404 404',
  },
  async furnish(site, { group, cast: { steward, member }, things }) {
    const { id, slug, path } = await aCampaign(site, group, steward);
    const draft = await aCampaign(site, group, steward, { state: 'draft' });
    const paused = await aCampaign(site, group, steward, { state: 'paused' });
    const won = await aCampaign(site, group, steward, { state: 'won' });
    await site.as(steward).put(`${path}/coordinators/${things[':accountId']}`, {});
    const signatures = `${path}/signatures`;
    const { name, email } = member;
    await site.as(member).post(signatures, { name, email, updates: true });
    const signed = await site.as(steward).get(signatures);
    const program = { name: 'A program', email: 'program@example.org', website: 'https://example.org' };
    await site.as(member).post(signatures, { ...program, updates: false });
    const held = await site.as(steward).get(`${path}/bursts`);
    const { link } = (await site.as(steward).get(path)).body;
    const { sealed } = await aSignature(site, { path }, { updates: true });
    const [signer] = (await site.as(steward).get(signatures)).body.rows;
    const proven = await aProvenCampaign(site, group, steward);
    // Another is taken of it, and not given.
    await site.db.execute(sql`update campaign_proofs set counted_at = counted_at - interval '2 hours'`);
    const beside = await aGroup(site);
    const carried = await aCampaign(site, beside, beside.steward);
    await aSponsor(site, carried, { by: beside.steward, group: { ...group, steward } });
    const told = await aFrame(site, { path }, steward);
    const [unasked, asked] = [
      await aFrame(site, { path }, steward, { isDraft: true }),
      await aSponsorFrame(site, carried, { ...group, steward }),
    ];
    const askedFrame = await aSponsorFrame(site, carried, { ...group, steward });
    await site.db.execute(sql`update campaign_frames set state = 'asked' where id = ${askedFrame.id}`);
    await aSponsor(site, { slug, path }, { by: steward, group: beside });
    const waiting = await aSponsorFrame(site, { slug, path }, beside, { asks: true });
    const dealt = await aDrawnCampaign(site, group, steward);
    const news = { title: 'News', body: 'They postponed.' };
    const posted = await site.as(steward).post(`${path}/updates`, news);
    return {
      ...{
        'campaigns/:slug': slug,
        ':campaign': slug,
        draft: draft.slug,
        paused: paused.slug,
        won: won.slug,
        proven: proven.slug,
        carried: carried.slug,
        ':frame': told.slug,
        draftFrame: unasked.slug,
        unaskedFrame: asked.slug,
        askedFrame: askedFrame.slug,
        waitingFrame: waiting.slug,
        'proofs/:id': proven.proofId,
        dealt: dealt.slug,
        'draws/:id': dealt.drawId,
      },
      ...{ ':code': link.code, 'bursts/:id': held.body.rows[0].id, 'signatures/:id': signed.body.rows[0].id },
      ...{ 'signatures/:sealed': sealed, 'updates/:id': posted.body.id },
      ...{ campaignId: id, chooser: sealedId(site.house.settings.secret, 'unsubscribe', signer.personId) },
      choice: wholeChoice(site.house, signer.personId),
    };
  },
  asks: (things) => ({
    'POST /groups/:slug/links': { body: { path: `/campaigns/${things['campaigns/:slug']}`, label: 'Flyer' } },
    'POST /groups/:slug/campaigns': {
      body: { title: 'Another campaign', ask: 'The council votes.', action: 'petition' },
    },
    'PATCH /campaigns/:slug': { body: { ask: 'Another ask.' } },
    'DELETE /campaigns/:slug': { params: { slug: things.draft } },
    'PUT /campaigns/:slug/publication': { params: { slug: things.draft } },
    'DELETE /campaigns/:slug/pause': { params: { slug: things.paused } },
    'PUT /campaigns/:slug/outcome': { body: { outcome: 'won' } },
    'DELETE /campaigns/:slug/outcome': { params: { slug: things.won } },
    'POST /campaigns/:slug/signatures': { body: { name: 'Rita', email: 'rita@example.org', updates: false } },
    'POST /campaigns/:slug/names/books': { body: { whose: 'shown' } },
    'PUT /signatures/:sealed/shares': { body: { shares: [] } },
    'POST /groups/:slug/sponsorships/:campaign/names/exports': { params: { campaign: things.carried } },
    'GET /groups/:slug/sponsorships/:campaign/draws': { params: { campaign: things.dealt } },
    'GET /groups/:slug/sponsorships/:campaign/draws/:id.txt': { params: { campaign: things.dealt } },
    'POST /groups/:slug/sponsorships/:campaign/draws/exports': { params: { campaign: things.dealt } },
    'POST /campaigns/:slug/proofs': { params: { slug: things.proven } },
    'GET /campaigns/:slug/proofs/:id.txt': { params: { slug: things.proven } },
    'POST /campaigns/:slug/updates': { body: { title: 'News', body: 'They postponed.' } },
    'POST /groups/:slug/sponsorships/:campaign/updates': { body: { title: 'News', body: 'They postponed.' } },
    'PUT /campaigns/:slug/coordinators/:accountId': { body: { responsibilities: ['publish'] } },
    'GET /subscriptions/:sealed/campaigns/:choice': {
      params: { sealed: things.chooser, choice: things.choice },
    },
    'PUT /subscriptions/:sealed/campaigns/:choice': {
      params: { sealed: things.chooser, choice: things.choice },
      body: { campaignIds: [things.campaignId] },
    },
    'POST /campaigns/:slug/frames': { body: { title: 'Keep the block online', ask: 'It is the only line.' } },
    'POST /groups/:slug/sponsorships/:campaign/frames': {
      params: { campaign: things.carried },
      body: { title: 'Keep the block online', ask: 'It is the only line.' },
    },
    'PATCH /campaigns/:slug/frames/:frame': { body: { ask: 'Another ask.' } },
    'DELETE /campaigns/:slug/frames/:frame': { params: { frame: things.draftFrame } },
    'PUT /campaigns/:slug/frames/:frame/publication': {
      params: { frame: things.draftFrame },
      body: { version: 1 },
    },
    'PUT /campaigns/:slug/frames/:frame/refusal': { params: { frame: things.waitingFrame }, body: {} },
    'PUT /campaigns/:slug/frames/:frame/question': {
      params: { slug: things.carried, frame: things.unaskedFrame },
    },
    'DELETE /campaigns/:slug/frames/:frame/question': {
      params: { slug: things.carried, frame: things.askedFrame },
    },
    'PUT /campaigns/:slug/sponsors/:group': { params: { group: 'elsewhere' }, body: {} },
    'PUT /groups/:slug/sponsorships/:campaign': { body: { answer: 'yes' } },
    'DELETE /campaigns/:slug/sponsors/:group': { params: { group: 'elsewhere' } },
  }),
};
