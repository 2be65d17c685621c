import type { EventView } from '@groundwork/features/events/contract';
import { error, type RequestEvent } from '@sveltejs/kit';
import { atOwnAddress } from '#lib/api/addresses.ts';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { findGroups, lastPart } from '#lib/groups/found.server.ts';
import { mayWriteTo } from '#lib/mailings/writers.server.ts';
import type { Actions, PageServerLoad } from './$types';

const STATES = ['going', 'maybe', 'waitlisted', 'unconfirmed', 'cancelled'] as const;
const ATTENDANCES = ['came', 'missed', 'walked-in'] as const;

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const found = await call(event, 'GET /events/:slug', { slug });
  atOwnAddress(event, found);
  if (!found.can.seeDoor && !found.can.edit) error(403, event.locals.words.t('error.forbidden'));
  const { searchParams } = event.url;
  const search = searchParams.get('member') ?? '';
  const after = searchParams.get('after');
  const state = STATES.find((one) => one === searchParams.get('state')) ?? null;
  const attendance = ATTENDANCES.find((one) => one === searchParams.get('attendance')) ?? null;
  const sought = searchParams.get('find')?.trim() ?? '';
  const [rsvps, turnout, members, links, mayWrite, sponsors, groups] = await Promise.all([
    found.can.seeDoor
      ? call(event, 'GET /events/:slug/rsvps', { slug, state, attendance, after, limit: 50 })
      : null,
    found.can.seeDoor ? call(event, 'GET /events/:slug/turnout', { slug }) : null,
    found.can.nameHosts
      ? call(event, 'GET /groups/:slug/members', { slug: found.group.slug, search, limit: 20 })
      : null,
    found.can.seeLinks ? listLinks(event, found) : null,
    mayWriteTo(event, found.group.slug),
    found.can.seeSponsors ? call(event, 'GET /events/:slug/sponsors', { slug }) : null,
    found.can.inviteSponsors ? findGroups(event, sought) : [],
  ]);
  const known = new Set([found.group.slug, ...(sponsors?.rows ?? []).map((sponsor) => sponsor.slug)]);
  return {
    sponsors: sponsors && sponsors.rows,
    choices: groups.filter((group) => !known.has(group.slug)),
    sought,
    ...{ event: found, rsvps, turnout, links, search, state, attendance, mayWrite },
    members: members?.rows ?? [],
    done: searchParams.get('done'),
  };
};

export const actions: Actions = {
  publish: (event) =>
    act(event, () => call(event, 'PUT /events/:slug/publication', event.params), '?done=published'),
  cancel: (event) =>
    act(
      event,
      ({ reason = '' }) => call(event, 'PUT /events/:slug/cancellation', event.params, { reason }),
      '',
    ),
  close: (event) => act(event, () => call(event, 'PUT /events/:slug/closing', event.params), ''),
  invite: (event) =>
    act(
      event,
      ({ group, word }) => {
        const asked = { ...event.params, group: lastPart(group) };
        return call(event, 'PUT /events/:slug/sponsors/:group', asked, { word });
      },
      '?done=saved',
    ),
  drop: (event) =>
    act(
      event,
      ({ group }) =>
        call(event, 'DELETE /events/:slug/sponsors/:group', { ...event.params, group: lastPart(group) }),
      '?done=saved',
    ),
  nameHost: (event) => onHost(event, 'PUT /events/:slug/hosts/:accountId'),
  removeHost: (event) => onHost(event, 'DELETE /events/:slug/hosts/:accountId'),
  link: (event) =>
    act(
      event,
      ({ home: slug, label, code }) =>
        call(
          event,
          'POST /groups/:slug/links',
          { slug },
          { path: pageOf(event), label, ...(code && { code }) },
        ),
      '?done=saved',
    ),
  remove: (event) =>
    act(
      event,
      async () => {
        const { group } = await call(event, 'GET /events/:slug', event.params);
        await call(event, 'DELETE /events/:slug', event.params);
        return group;
      },
      ({ slug }) => `/groups/${slug}/events`,
    ),
};

function onHost(
  event: RequestEvent<{ slug: string }>,
  deed: `${'PUT' | 'DELETE'} /events/:slug/hosts/:accountId`,
) {
  return act(event, ({ accountId }) => call(event, deed, { ...event.params, accountId }), '?done=saved');
}

/** Its links, and how many of those who mean to come each brought. */
async function listLinks(event: RequestEvent, { slug, group }: EventView) {
  const [{ rows }, { byLink }] = await Promise.all([
    call(event, 'GET /groups/:slug/links', { slug: group.slug, path: pageOf(event), limit: 100 }),
    call(event, 'GET /events/:slug/numbers', { slug }),
  ]);
  return { rows, byLink };
}

/** Where the event is for everyone. */
function pageOf({ params }: RequestEvent) {
  return `/events/${params.slug}`;
}
