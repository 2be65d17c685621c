import { anAccount } from '@groundwork/features/accounts/fixtures';
import { aSite, type TestSite } from '@groundwork/features/testing';
import type { Account, Things } from '@groundwork/features/testing/access';
import { expect, test } from 'vitest';
import { neighbourhood } from './neighbourhood.ts';
import { knockAs, rewindingApi } from './walking.ts';

const TIMEOUT_MS = 240_000;

/**
 * What is another for whoever runs a campaign and an event than for another member of their group: what the member is
 * answered, and what they are. Their drafts are there for them, and not theirs to publish or to remove.
 */
const OPENS = {
  'DELETE /campaigns/:slug': '404 403',
  'DELETE /campaigns/:slug/pause': '403 200',
  'DELETE /campaigns/:slug/frames/:frame/publication': '403 204',
  'DELETE /campaigns/:slug/updates/:id/hiding': '403 204',
  'DELETE /events/:slug': '404 403',
  'DELETE /events/:slug/rsvps/:id/attendance': '403 204',
  'DELETE /events/:slug/walk-ins/:id': '403 204',
  'GET /campaigns/:slug/coordinators': '403 200',
  'GET /campaigns/:slug/frames': '403 200',
  'GET /campaigns/:slug/numbers': '403 200',
  'GET /campaigns/:slug/receivers': '403 200',
  'GET /campaigns/:slug/reminders': '403 200',
  'GET /campaigns/:slug/sponsors': '403 200',
  'GET /campaigns/:slug/updates': '403 200',
  'GET /campaigns/:slug/updates/:id': '403 200',
  'GET /events/:slug/door': '404 200',
  'GET /events/:slug/rsvps': '404 200',
  'GET /events/:slug/turnout': '404 200',
  'PATCH /campaigns/:slug': '403 200',
  'POST /campaigns/:slug/reminders': '403 409',
  'POST /campaigns/:slug/updates': '403 201',
  'POST /events/:slug/walk-ins': '403 204',
  'PUT /campaigns/:slug/frames/:frame/refusal': '404 403',
  'PUT /campaigns/:slug/pause': '403 200',
  'PUT /campaigns/:slug/updates/:id/hiding': '403 204',
  'PUT /campaigns/:slug/publication': '404 403',
  'PUT /events/:slug': '403 200',
  'PUT /events/:slug/closing': '403 204',
  'PUT /events/:slug/publication': '404 403',
  'PUT /events/:slug/rsvps/:id/attendance': '403 204',
  'PUT /events/:slug/rsvps/:id/attendance/guests': '403 404',
  'PUT /events/:slug/walk-ins/:id/guests': '403 204',
};

/** And with mail, for a mailing to those who signed their campaign: that of anybody else stays hidden from them. */
const WRITES = {
  'DELETE /groups/:slug/mailings/:mailingId': '404 204',
  'DELETE /groups/:slug/mailings/:mailingId/experiment/sharing': '404 403',
  'DELETE /groups/:slug/mailings/:mailingId/sending': '404 403',
  'DELETE /groups/:slug/mailings/:mailingId/stop': '404 403',
  'DELETE /groups/:slug/mailings/:mailingId/texts/:language': '404 204',
  'DELETE /groups/:slug/mailings/:mailingId/wait': '404 403',
  'GET /groups/:slug/mailing-colleagues': '404 200',
  'GET /groups/:slug/mailings/:mailingId': '404 200',
  'GET /groups/:slug/mailings/:mailingId/checks': '404 200',
  'GET /groups/:slug/mailings/:mailingId/preview': '404 200',
  'GET /groups/:slug/mailings/:mailingId/reach': '404 200',
  'POST /groups/:slug/mailings/:mailingId/link-trials': '404 200',
  'POST /groups/:slug/mailings/:mailingId/trials': '404 204',
  'PUT /groups/:slug/mailings/:mailingId/audience': '404 403',
  'PUT /groups/:slug/mailings/:mailingId/look': '404 403',
  'PUT /groups/:slug/mailings/:mailingId/look-request': '404 204',
  'PUT /groups/:slug/mailings/:mailingId/sender': '404 204',
  'PUT /groups/:slug/mailings/:mailingId/sending': '404 204',
  'PUT /groups/:slug/mailings/:mailingId/stop': '404 403',
  'PUT /groups/:slug/mailings/:mailingId/template': '404 403',
  'PUT /groups/:slug/mailings/:mailingId/texts/:language': '404 204',
};

test(
  'a local coordinator may what their campaign and event need, and everywhere else is a member',
  async () => {
    const site = await aSite();
    const { cast, open, hidden } = await neighbourhood(site);
    const [plain, coordinator, other] = [
      await anAccount(site, { name: 'Petra' }),
      await anAccount(site, { name: 'Carla' }),
      await anAccount(site, { name: 'Ozan' }),
    ];
    const steward = site.as(cast.steward);
    for (const things of [open, hidden]) {
      for (const account of [plain, coordinator, other])
        await site.as(account).put(`/invitations/${things['invitations/:token']}/acceptance`);
      await put(site, cast.steward, coordinator, runs(things));
    }
    // Somebody who runs a campaign and an event of the same group, and not those that are asked for.
    const group = `/groups/${open['groups/:slug']}`;
    const campaign = await steward.post(`${group}/campaigns`, {
      ...{ title: 'A sister campaign', ask: 'The council votes.', action: 'petition' },
    });
    const event = await steward.post(`${group}/events`, sisterEvent);
    await put(site, cast.steward, other, [
      `/campaigns/${campaign.body.slug}/coordinators`,
      `/events/${event.body.slug}/hosts`,
    ]);

    // Of the hidden group they write to those who signed as well.
    const signed = `/campaigns/${hidden['campaigns/:slug']}`;
    const responsibilities = ['contact_people'];
    await steward.put(`${signed}/coordinators/${coordinator.id}`, { responsibilities });
    const { id } = (await steward.get(signed)).body;
    const theirs = await steward.post(`/groups/${hidden['groups/:slug']}/mailings`, {
      ...{ lines: `add:signed:campaign=${id}`, language: 'en', subject: 'Two days', body: 'Come.' },
    });
    const written = { ...hidden, ':mailingId': theirs.body.id as string };

    const { app, routes, rewind } = await rewindingApi(site);
    const differing = async (who: Account, things: Things) => {
      const found: Record<string, string> = {};
      for (const route of routes) {
        const answers: number[] = [];
        for (const viewer of [plain, who]) {
          answers.push((await knockAs(app, viewer, { route, things })).status);
          await rewind();
        }
        if (answers[0] !== answers[1]) found[route] = answers.join(' ');
      }
      return found;
    };
    expect(await differing(coordinator, open)).toEqual(OPENS);
    expect(await differing(coordinator, written)).toEqual({ ...OPENS, ...WRITES });
    expect(await differing(other, open)).toEqual({});
  },
  TIMEOUT_MS,
);

/** Every campaign and event that is asked for, in each of its states. */
function runs(things: Things): string[] {
  const campaigns = ['campaigns/:slug', 'draft', 'paused', 'won'];
  const events = ['events/:slug', 'draftEvent', 'begun'];
  return [
    ...campaigns.map((name) => `/campaigns/${things[name]}/coordinators`),
    ...events.map((name) => `/events/${things[name]}/hosts`),
  ];
}

async function put(site: TestSite, steward: Account, who: Account, paths: string[]) {
  for (const path of paths) {
    const { status } = await site.as(steward).put(`${path}/${who.id}`, {});
    expect(status, path).toBeLessThan(300);
  }
}

const sisterEvent = {
  title: 'A sister event',
  starts: '2031-05-01T18:00',
  ends: '2031-05-01T20:00',
  timeZone: 'UTC',
  held: 'in-person',
  placeName: 'The library',
};
