import type { Turnout } from '@groundwork/features/events/checkin/contract';
import type { EventView } from '@groundwork/features/events/contract';
import type { RsvpNumbers, RsvpPage } from '@groundwork/features/events/rsvps/contract';
import type { MemberPage } from '@groundwork/features/groups/members/contract';
import type { LinkPage } from '@groundwork/features/links/contract';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { atOwnAddress } from '#lib/api/addresses.ts';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at, type ApiPath } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

const STATES = ['going', 'maybe', 'waitlisted', 'unconfirmed', 'cancelled'] as const;
const ATTENDANCES = ['came', 'missed', 'walked-in'] as const;

export const load: PageServerLoad = async (event) => {
  const found = await api(event).get<EventView>(at`/events/${event.params.slug}`);
  atOwnAddress(event, found);
  if (!found.can.seeDoor && !found.can.edit) error(403, event.locals.words.t('error.forbidden'));
  const { searchParams } = event.url;
  const search = searchParams.get('member') ?? '';
  const state = STATES.find((one) => one === searchParams.get('state')) ?? null;
  const attendance = ATTENDANCES.find((one) => one === searchParams.get('attendance')) ?? null;
  const [rsvps, turnout, members, links] = await Promise.all([
    found.can.seeDoor ? listRsvps(event, { state, attendance }) : null,
    found.can.seeDoor ? api(event).get<Turnout>(at`/events/${event.params.slug}/turnout`) : null,
    found.can.nameHosts ? listMembers(event, found, search) : [],
    found.can.seeLinks ? listLinks(event, found) : null,
  ]);
  return {
    event: found,
    rsvps,
    turnout,
    members,
    links,
    search,
    state,
    attendance,
    done: searchParams.get('done'),
  };
};

export const actions: Actions = {
  publish: (event) => act(event, 'published', (path) => api(event).put(at`${path}/publication`)),
  cancel: (event) =>
    act(event, '', (path, { reason = '' }) => api(event).put(at`${path}/cancellation`, { reason })),
  close: (event) => act(event, '', (path) => api(event).put(at`${path}/closing`)),
  nameHost: (event) =>
    act(event, 'saved', (path, { accountId }) => api(event).put(at`${path}/hosts/${accountId}`)),
  removeHost: (event) =>
    act(event, 'saved', (path, { accountId }) => api(event).delete(at`${path}/hosts/${accountId}`)),
  link: (event) =>
    act(event, 'saved', (_path, { home = '', label, code }) =>
      api(event).post(at`/groups/${home}/links`, { path: pageOf(event), label, ...(code && { code }) }),
    ),
  remove: async (event) => {
    const form = await event.request.formData();
    const path = at`/events/${event.params.slug}`;
    const { group } = await api(event).get<EventView>(path);
    try {
      await api(event).delete(path);
    } catch (refusal) {
      return refused(refusal, form);
    }
    redirect(303, `/groups/${group.slug}/events`);
  },
};

type Narrowed = { state: string | null; attendance: string | null };
function listRsvps(event: RequestEvent, { state, attendance }: Narrowed) {
  const after = event.url.searchParams.get('after');
  const asked = new URLSearchParams({
    limit: '50',
    ...(state && { state }),
    ...(attendance && { attendance }),
    ...(after && { after }),
  });
  return api(event).get<RsvpPage>(at`/events/${event.params.slug}/rsvps?${asked}`);
}

async function listMembers(event: RequestEvent, { group }: EventView, search: string) {
  const asked = new URLSearchParams({ limit: '20', ...(search && { search }) });
  return (await api(event).get<MemberPage>(at`/groups/${group.slug}/members?${asked}`)).rows;
}

/** Its links, and how many of those who mean to come each brought. */
async function listLinks(event: RequestEvent, { slug, group }: EventView) {
  const asked = new URLSearchParams({ path: pageOf(event), limit: '100' });
  const [{ rows }, { byLink }] = await Promise.all([
    api(event).get<LinkPage>(at`/groups/${group.slug}/links?${asked}`),
    api(event).get<RsvpNumbers>(at`/events/${slug}/numbers`),
  ]);
  return { rows, byLink };
}

/** Where the event is for everyone. */
function pageOf({ params }: RequestEvent) {
  return `/events/${params.slug}`;
}

type Deed = (path: ApiPath, written: Record<string, string>) => Promise<unknown>;
async function act(event: RequestEvent, done: string, deed: Deed) {
  const form = await event.request.formData();
  const here = `${pageOf(event)}/manage`;
  try {
    await deed(at`/events/${event.params.slug}`, words(form));
  } catch (refusal) {
    return refused(refusal, form);
  }
  redirect(303, done ? `${here}?done=${done}` : here);
}
