import type { Asked, Knocks } from './knock.ts';

const event = {
  title: 'Another door-knock',
  starts: '2031-05-03T10:00',
  ends: '2031-05-03T12:00',
  timeZone: 'Europe/Madrid',
  held: 'in-person',
  placeName: 'Branch library',
};
const rsvp = { name: 'Rita', email: 'rita@example.org', answer: 'going' };

export function eventKnocks() {
  const group = ({ ways }: Asked) => `/groups/${ways.slug}`;
  const published = ({ ways }: Asked) => `/events/${ways.event}`;
  const begun = ({ ways }: Asked) => `/events/${ways.begun}`;
  const own = ({ sealed }: Asked) => `/rsvps/${sealed.rsvp}`;
  return {
    'GET /events': () => ({ path: '/events' }),
    'GET /groups/:slug/events': (asked) => ({ path: `${group(asked)}/events` }),
    'GET /events/:slug/card.png': (asked) => ({ path: `${published(asked)}/card.png` }),
    'GET /events/:slug': (asked) => ({ path: published(asked) }),
    'POST /groups/:slug/events': (asked) => ({ path: `${group(asked)}/events`, body: event }),
    'PUT /events/:slug': (asked) => ({ path: published(asked), body: event }),
    'DELETE /events/:slug': ({ ways }) => ({ path: `/events/${ways.draftEvent}` }),
    'PUT /events/:slug/hosts/:accountId': (asked) => ({
      path: `${published(asked)}/hosts/${asked.ways.companionId}`,
    }),
    'DELETE /events/:slug/hosts/:accountId': (asked) => ({
      path: `${published(asked)}/hosts/${asked.ways.companionId}`,
    }),
    'PUT /events/:slug/publication': ({ ways }) => ({ path: `/events/${ways.draftEvent}/publication` }),
    'PUT /events/:slug/cancellation': (asked) => ({
      path: `${published(asked)}/cancellation`,
      body: { reason: 'Storm' },
    }),
    'GET /events/:slug.ics': (asked) => ({ path: `${published(asked)}.ics` }),
    'GET /groups/:slug/events.ics': (asked) => ({ path: `${group(asked)}/events.ics` }),
    'POST /events/:slug/rsvps': (asked) => ({ path: `${published(asked)}/rsvps`, body: rsvp }),
    'GET /events/:slug/rsvps': (asked) => ({ path: `${published(asked)}/rsvps` }),
    'GET /events/:slug/numbers': (asked) => ({ path: `${published(asked)}/numbers` }),
    'GET /rsvps/:sealed': (asked) => ({ path: own(asked) }),
    'PUT /rsvps/:sealed': (asked) => ({ path: own(asked), body: { answer: 'maybe' } }),
    'DELETE /rsvps/:sealed': (asked) => ({ path: own(asked) }),
    'PUT /rsvps/:sealed/confirmation': (asked) => ({ path: `${own(asked)}/confirmation` }),
    'PUT /rsvps/:sealed/subscription': (asked) => ({ path: `${own(asked)}/subscription` }),
    'GET /rsvps/:sealed/calendar': (asked) => ({ path: `${own(asked)}/calendar` }),
    'GET /signatures/:sealed/rsvps': ({ sealed }) => ({ path: `/signatures/${sealed.signature}/rsvps` }),
    'POST /signatures/:sealed/rsvps': ({ sealed, ways }) => ({
      path: `/signatures/${sealed.signature}/rsvps`,
      body: { event: ways.event },
    }),
    'GET /events/:slug/door': (asked) => ({ path: `${begun(asked)}/door` }),
    'PUT /events/:slug/rsvps/:id/attendance': (asked) => ({
      path: `${begun(asked)}/rsvps/${asked.ways.rsvpId}/attendance`,
    }),
    'DELETE /events/:slug/rsvps/:id/attendance': (asked) => ({
      path: `${begun(asked)}/rsvps/${asked.ways.rsvpId}/attendance`,
    }),
    'PUT /events/:slug/rsvps/:id/attendance/guests': (asked) => ({
      path: `${begun(asked)}/rsvps/${asked.ways.rsvpId}/attendance/guests`,
      body: { count: 1 },
    }),
    'PUT /events/:slug/walk-ins/:id/guests': (asked) => ({
      path: `${begun(asked)}/walk-ins/${asked.ways.walkInId}/guests`,
      body: { count: 1 },
    }),
    'GET /events/:slug/turnout': (asked) => ({ path: `${begun(asked)}/turnout` }),
    'POST /events/:slug/walk-ins': (asked) => ({ path: `${begun(asked)}/walk-ins`, body: {} }),
    'DELETE /events/:slug/walk-ins/:id': (asked) => ({
      path: `${begun(asked)}/walk-ins/${asked.ways.walkInId}`,
    }),
    'PUT /events/:slug/closing': (asked) => ({ path: `${begun(asked)}/closing` }),
  } satisfies Partial<Knocks>;
}
