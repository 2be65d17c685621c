import type { Access } from '../testing/access.ts';
import { anEvent, anRsvp, beganAgo, tokenFor } from './fixtures.ts';
import type { eventRoutes } from './routes.ts';

const event = {
  title: 'Another door-knock',
  starts: '2031-05-03T10:00',
  ends: '2031-05-03T12:00',
  timeZone: 'Europe/Madrid',
  held: 'in-person',
  placeName: 'Branch library',
};

export const eventAccess: Access<typeof eventRoutes> = {
  expected: {
    'GET /events': '200 200 200 200 200 200 200 200',
    'GET /groups/:slug/events': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'GET /events/:slug': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'GET /events/:slug/card.png': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'POST /groups/:slug/events': '401 403 403 201 201 403 403 403 | 401 404 403 201 201 404 404 404',
    'PUT /events/:slug': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'DELETE /events/:slug': '401 404 404 204 204 404 404 404',
    'PUT /events/:slug/hosts/:accountId': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'DELETE /events/:slug/hosts/:accountId':
      '401 403 403 404 404 403 403 403 | 401 404 403 404 404 404 404 404',
    'PUT /events/:slug/publication': '401 404 404 200 200 404 404 404',
    'PUT /events/:slug/cancellation': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'GET /events/:slug.ics': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'GET /groups/:slug/events.ics': '200 200 200 200 200 200 200 200 | 404 404 200 200 200 404 404 404',
    'POST /events/:slug/rsvps': '201 201 201 201 201 201 403 201 | 404 404 201 201 201 404 404 404',
    'GET /events/:slug/rsvps': '401 404 404 200 200 404 404 404',
    'GET /events/:slug/numbers': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'GET /rsvps/:sealed': '200 200 200 200 200 200 200 200',
    'PUT /rsvps/:sealed': '200 200 200 200 200 200 200 200',
    'DELETE /rsvps/:sealed': '200 200 200 200 200 200 200 200',
    'PUT /rsvps/:sealed/confirmation': '200 200 200 200 200 200 200 200',
    'PUT /rsvps/:sealed/subscription': '200 200 200 200 200 200 200 200',
    'GET /rsvps/:sealed/calendar': '200 200 200 200 200 200 200 200',
    'GET /signatures/:sealed/rsvps': '200 200 200 200 200 200 200 200',
    // The event that is asked for serves another campaign.
    'POST /signatures/:sealed/rsvps': '404 404 404 404 404 404 404 404',
    'GET /events/:slug/door': '401 404 404 200 200 404 404 404',
    'GET /events/:slug/turnout': '401 404 404 200 200 404 404 404',
    'PUT /events/:slug/rsvps/:id/attendance':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'DELETE /events/:slug/rsvps/:id/attendance':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'PUT /events/:slug/rsvps/:id/attendance/guests':
      '401 403 403 404 404 403 403 403 | 401 404 403 404 404 404 404 404',
    'POST /events/:slug/walk-ins': '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'PUT /events/:slug/walk-ins/:id/guests':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'DELETE /events/:slug/walk-ins/:id': '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'PUT /events/:slug/closing': '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'GET /events/:slug/sponsors': '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'PUT /events/:slug/sponsors/:group': '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'DELETE /events/:slug/sponsors/:group':
      '401 403 403 204 204 403 403 403 | 401 404 403 204 204 404 404 404',
    'GET /groups/:slug/event-sponsorships':
      '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    // Nobody asked this group.
    'PUT /groups/:slug/event-sponsorships/:event':
      '401 403 403 404 404 403 403 403 | 401 404 403 404 404 404 404 404',
    'DELETE /groups/:slug/event-sponsorships/:event':
      '401 403 403 404 404 403 403 403 | 401 404 403 404 404 404 404 404',
    // Of its own event, which it holds alone.
    'GET /groups/:slug/event-sponsorships/:event':
      '401 403 403 200 200 403 403 403 | 401 404 403 200 200 404 404 404',
    'POST /groups/:slug/events/exports': '401 403 403 403 200 403 403 403 | 401 404 403 403 200 404 404 404',
  },
  async furnish(site, { group, cast }) {
    const published = await anEvent(site, { group });
    const draft = await anEvent(site, { group, isDraft: true });
    const begun = await anEvent(site, { group });
    const steward = site.as(cast.steward);
    await steward.post(`/events/${begun.slug}/rsvps`, { answer: 'going' });
    await steward.post(`/events/${begun.slug}/walk-ins`, {});
    const door = await steward.get(`/events/${begun.slug}/door`);
    await beganAgo(site, begun, 1);
    const { email } = await anRsvp(site, published);
    return {
      ...{ 'events/:slug': published.slug, draftEvent: draft.slug, begun: begun.slug },
      ...{ 'rsvps/:id': door.body.rows[0].id, 'walk-ins/:id': door.body.walkIns[0].id },
      'rsvps/:sealed': await tokenFor(site, email),
    };
  },
  asks(things) {
    const begun = { params: { slug: things.begun } };
    return {
      'POST /groups/:slug/events': { body: event },
      'PUT /events/:slug': { body: event },
      'DELETE /events/:slug': { params: { slug: things.draftEvent } },
      'PUT /events/:slug/publication': { params: { slug: things.draftEvent } },
      'PUT /events/:slug/cancellation': { body: { reason: 'Storm' } },
      'POST /events/:slug/rsvps': { body: { name: 'Rita', email: 'rita@example.org', answer: 'going' } },
      'PUT /rsvps/:sealed': { body: { answer: 'maybe' } },
      'POST /signatures/:sealed/rsvps': { body: { event: things['events/:slug'] } },
      'GET /events/:slug/door': begun,
      'PUT /events/:slug/rsvps/:id/attendance': begun,
      'DELETE /events/:slug/rsvps/:id/attendance': begun,
      'PUT /events/:slug/rsvps/:id/attendance/guests': { ...begun, body: { count: 1 } },
      'PUT /events/:slug/walk-ins/:id/guests': { ...begun, body: { count: 1 } },
      'GET /events/:slug/turnout': begun,
      'POST /events/:slug/walk-ins': { ...begun, body: {} },
      'DELETE /events/:slug/walk-ins/:id': begun,
      'PUT /events/:slug/closing': begun,
      'PUT /events/:slug/sponsors/:group': { params: { group: 'elsewhere' }, body: {} },
      'DELETE /events/:slug/sponsors/:group': { params: { group: 'elsewhere' } },
      ...sponsorship(things['events/:slug']),
    };
  },
};

function sponsorship(event: string | undefined) {
  const asked = { params: { event: event ?? '' } };
  return {
    'GET /groups/:slug/event-sponsorships/:event': asked,
    'PUT /groups/:slug/event-sponsorships/:event': { ...asked, body: { answer: 'yes' } },
    'DELETE /groups/:slug/event-sponsorships/:event': asked,
  };
}
