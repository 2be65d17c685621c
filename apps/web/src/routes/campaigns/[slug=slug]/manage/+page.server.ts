import type { CampaignView } from '@groundwork/features/campaigns/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { atOwnAddress } from '#lib/api/addresses.ts';
import { call } from '#lib/api/api.server.ts';
import { act, valuesOf } from '#lib/api/forms.ts';
import { findGroups, lastPart } from '#lib/groups/found.server.ts';
import { listAlliesAround } from '#lib/allies/around.server.ts';
import { frameActionsOf } from '#lib/campaigns/frames.server.ts';
import { letterActions, listLetters } from '#lib/campaigns/letters.server.ts';
import { mayWriteTo } from '#lib/mailings/writers.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const campaign = await call(event, 'GET /campaigns/:slug', { slug });
  atOwnAddress(event, campaign);
  const after = event.url.searchParams.get('after');
  const sought = event.url.searchParams.get('find')?.trim() ?? '';
  const member = event.url.searchParams.get('member')?.trim() ?? '';
  const home = campaign.group.slug;
  const { can } = campaign;
  const [
    numbers,
    sponsors,
    links,
    updates,
    signatures,
    bursts,
    found,
    around,
    coordinators,
    members,
    mayWrite,
    letters,
    proofs,
    told,
  ] = await Promise.all([
    call(event, 'GET /campaigns/:slug/numbers', { slug }),
    call(event, 'GET /campaigns/:slug/sponsors', { slug }),
    can.seeLinks
      ? call(event, 'GET /groups/:slug/links', { slug: home, path: pageOf(event), limit: 100 })
      : null,
    campaign.state === 'draft' ? { rows: [] } : call(event, 'GET /campaigns/:slug/updates', { slug }),
    can.seeSignatures
      ? call(event, 'GET /campaigns/:slug/signatures', { slug, after, limit: 20 })
      : { rows: [], next: null },
    can.seeSignatures ? call(event, 'GET /campaigns/:slug/bursts', { slug }) : { rows: [] },
    can.inviteSponsors ? findGroups(event, sought) : [],
    can.inviteSponsors ? listAlliesAround(event, home) : [],
    call(event, 'GET /campaigns/:slug/coordinators', { slug }),
    can.nameCoordinators
      ? call(event, 'GET /groups/:slug/members', { slug: home, search: member, limit: 20 })
      : { rows: [] },
    mayWriteTo(event, home),
    listLetters(event, campaign),
    call(event, 'GET /campaigns/:slug/proofs', { slug, limit: 1 }),
    findTold(event, campaign, after),
  ]);
  const known = new Set([home, ...sponsors.rows.map((sponsor) => sponsor.slug)]);
  return {
    ...{ campaign, numbers, signatures, sought, mayWrite, proofs, ...told },
    choices: found.filter((group) => !known.has(group.slug)),
    allies: around.filter((ally) => !known.has(ally.slug)),
    sponsors: sponsors.rows,
    links: links && links.rows,
    updates: updates.rows,
    letters,
    posted: event.url.searchParams.get('posted'),
    bursts: bursts.rows,
    ...{ coordinators, members: members.rows, member },
  };
};

export const actions: Actions = {
  publish: (event) => act(event, () => call(event, 'PUT /campaigns/:slug/publication', event.params), ''),
  pause: (event) => act(event, () => call(event, 'PUT /campaigns/:slug/pause', event.params), ''),
  resume: (event) => act(event, () => call(event, 'DELETE /campaigns/:slug/pause', event.params), ''),
  end: (event) =>
    act(
      event,
      ({ outcome }) => call(event, 'PUT /campaigns/:slug/outcome', event.params, { outcome }),
      '#news',
    ),
  reopen: (event) => act(event, () => call(event, 'DELETE /campaigns/:slug/outcome', event.params), ''),
  remove: (event) => act(event, () => call(event, 'DELETE /campaigns/:slug', event.params), '/groups'),
  remind: (event) =>
    act(event, () => call(event, 'POST /campaigns/:slug/reminders', event.params), '#unconfirmed'),
  invite: (event) =>
    act(
      event,
      ({ group, word }) => {
        const asked = { ...event.params, group: lastPart(group) };
        return call(event, 'PUT /campaigns/:slug/sponsors/:group', asked, { word });
      },
      '',
    ),
  drop: (event) =>
    act(
      event,
      ({ group }) =>
        call(event, 'DELETE /campaigns/:slug/sponsors/:group', { ...event.params, group: lastPart(group) }),
      '',
    ),
  sponsorsPost: (event) =>
    act(
      event,
      ({ sponsorsPost }) =>
        call(event, 'PATCH /campaigns/:slug', event.params, { sponsorsPost: sponsorsPost === 'yes' }),
      '#sponsors',
    ),
  link: (event) =>
    act(
      event,
      ({ home, label, code }) => {
        const link = { path: pageOf(event), label, ...(code && { code }) };
        return call(event, 'POST /groups/:slug/links', { slug: lastPart(home) }, link);
      },
      '',
    ),
  tell: (event) =>
    act(
      event,
      ({ title, body }) => call(event, 'POST /campaigns/:slug/updates', event.params, { title, body }),
      ({ id }) => `?posted=${id}#news`,
    ),
  hideUpdate: (event) => onUpdate(event, 'PUT /campaigns/:slug/updates/:id/hiding'),
  showUpdate: (event) => onUpdate(event, 'DELETE /campaigns/:slug/updates/:id/hiding'),
  ...letterActions,
  ...frameActionsOf<{ slug: string }>(({ slug }) => slug),
  nameCoordinator: (event) =>
    act(
      event,
      ({ accountId, ...typed }) => {
        const asked = { ...event.params, accountId };
        const responsibilities = ['publish', ...valuesOf(typed, 'may')];
        return call(event, 'PUT /campaigns/:slug/coordinators/:accountId', asked, { responsibilities });
      },
      '',
    ),
  removeCoordinator: (event) =>
    act(
      event,
      ({ accountId }) =>
        call(event, 'DELETE /campaigns/:slug/coordinators/:accountId', { ...event.params, accountId }),
      '',
    ),
  release: (event) => onOne(event, 'PUT /campaigns/:slug/bursts/:id/release'),
  refuse: (event) => onOne(event, 'PUT /campaigns/:slug/bursts/:id/refusal'),
  restore: (event) => onOne(event, 'DELETE /campaigns/:slug/bursts/:id/refusal'),
  hide: (event) => onOne(event, 'PUT /campaigns/:slug/signatures/:id/hiding'),
  show: (event) => onOne(event, 'DELETE /campaigns/:slug/signatures/:id/hiding'),
};

/** Who signed a letter; or the ways in which any other campaign is told, and who signed it without confirming that. */
async function findTold(event: RequestEvent, { slug, action }: CampaignView, after: string | null) {
  if (action === 'sign_on') {
    const signOns = await call(event, 'GET /campaigns/:slug/sign-ons', { slug, after });
    return { signOns, frames: null, reminders: null };
  }
  const [frames, reminders] = await Promise.all([
    call(event, 'GET /campaigns/:slug/frames', { slug }),
    call(event, 'GET /campaigns/:slug/reminders', { slug }),
  ]);
  return { signOns: null, frames, reminders };
}

type Deed =
  | `${'PUT' | 'DELETE'} /campaigns/:slug/${'bursts/:id/refusal' | 'signatures/:id/hiding'}`
  | 'PUT /campaigns/:slug/bursts/:id/release';
function onOne(event: RequestEvent<{ slug: string }>, deed: Deed) {
  return act(event, ({ id }) => call(event, deed, { ...event.params, id }), '');
}

/** Taken off, or put back, where it stands. */
function onUpdate(
  event: RequestEvent<{ slug: string }>,
  deed: `${'PUT' | 'DELETE'} /campaigns/:slug/updates/:id/hiding`,
) {
  return act(
    event,
    ({ id = '' }) => call(event, deed, { ...event.params, id }),
    (_done, { id }) => `${pageOf(event)}#update-${id}`,
  );
}

/** Where the campaign is for everyone. */
function pageOf({ params }: RequestEvent) {
  return `/campaigns/${params.slug}`;
}
