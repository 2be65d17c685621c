import type { BurstList } from '@groundwork/features/campaigns/bursts/contract';
import type { CampaignView } from '@groundwork/features/campaigns/contract';
import type { CampaignNumbers, SignaturePage } from '@groundwork/features/campaigns/signatures/contract';
import type { CoordinatorList } from '@groundwork/features/campaigns/coordinators/contract';
import type { SponsorList } from '@groundwork/features/campaigns/sponsors/contract';
import type { UpdateList } from '@groundwork/features/campaigns/updates/contract';
import type { GroupPage, GroupCard } from '@groundwork/features/groups/contract';
import type { MemberPage } from '@groundwork/features/groups/members/contract';
import type { LinkPage } from '@groundwork/features/links/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { atOwnAddress } from '#lib/api/addresses.ts';
import { api, type Api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at, type ApiPath } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const ask = api(event);
  const path = at`/campaigns/${event.params.slug}`;
  const campaign = await ask.get<CampaignView>(path);
  atOwnAddress(event, campaign);
  const isDraft = campaign.state === 'draft';
  const seesNames = campaign.can.seeSignatures;
  const after = event.url.searchParams.get('after');
  const signed = new URLSearchParams({ limit: '20', ...(after && { after }) });
  const shown = new URLSearchParams({ path: pageOf(event), limit: '100' });
  const sought = event.url.searchParams.get('find')?.trim() ?? '';
  const member = event.url.searchParams.get('member')?.trim() ?? '';
  const [numbers, sponsors, links, updates, signatures, bursts, found, coordinators, members] =
    await Promise.all([
      ask.get<CampaignNumbers>(at`${path}/numbers`),
      ask.get<SponsorList>(at`${path}/sponsors`),
      campaign.can.seeLinks ? ask.get<LinkPage>(at`/groups/${campaign.group.slug}/links?${shown}`) : null,
      isDraft ? { rows: [] } : ask.get<UpdateList>(at`${path}/updates`),
      seesNames ? ask.get<SignaturePage>(at`${path}/signatures?${signed}`) : { rows: [], next: null },
      seesNames ? ask.get<BurstList>(at`${path}/bursts`) : { rows: [] },
      campaign.can.inviteSponsors ? findGroups(ask, sought) : [],
      ask.get<CoordinatorList>(at`${path}/coordinators`),
      campaign.can.nameCoordinators ? findMembers(ask, campaign, member) : [],
    ]);
  const known = new Set([campaign.group.slug, ...sponsors.rows.map(({ slug }) => slug)]);
  return {
    ...{ campaign, numbers, signatures, sought },
    choices: found.filter(({ slug }) => !known.has(slug)),
    sponsors: sponsors.rows,
    links: links && links.rows,
    updates: updates.rows,
    bursts: bursts.rows,
    coordinators: coordinators.rows,
    ...{ members, member },
  };
};

export const actions: Actions = {
  publish: (event) => act(event, (ask, path) => ask.put(at`${path}/publication`)),
  pause: (event) => act(event, (ask, path) => ask.put(at`${path}/pause`)),
  resume: (event) => act(event, (ask, path) => ask.delete(at`${path}/pause`)),
  end: (event) =>
    act(
      event,
      (ask, path, { outcome }) => ask.put(at`${path}/outcome`, { outcome }),
      `${pageOf(event)}/manage#news`,
    ),
  reopen: (event) => act(event, (ask, path) => ask.delete(at`${path}/outcome`)),
  remove: (event) => act(event, (ask, path) => ask.delete(path), '/groups'),
  invite: (event) => act(event, (ask, path, { group }) => ask.put(at`${path}/sponsors/${lastPart(group)}`)),
  drop: (event) => act(event, (ask, path, { group }) => ask.delete(at`${path}/sponsors/${lastPart(group)}`)),
  link: (event) =>
    act(event, (ask, _path, { home, label, code }) =>
      ask.post(at`/groups/${lastPart(home)}/links`, { path: pageOf(event), label, ...(code && { code }) }),
    ),
  tell: (event) =>
    act(event, (ask, path, { title, body, mail }) =>
      ask.post(at`${path}/updates`, { title, body, mail: mail === 'yes' }),
    ),
  stopMailing: (event) =>
    act(
      event,
      (ask, path, { id }) => ask.put(at`${path}/updates/${lastPart(id)}/stop`),
      `${pageOf(event)}/manage#news`,
    ),
  resumeMailing: (event) =>
    act(
      event,
      (ask, path, { id }) => ask.delete(at`${path}/updates/${lastPart(id)}/stop`),
      `${pageOf(event)}/manage#news`,
    ),
  release: (event) => act(event, (ask, path, { id }) => ask.put(at`${path}/bursts/${lastPart(id)}/release`)),
  refuse: (event) => act(event, (ask, path, { id }) => ask.put(at`${path}/bursts/${lastPart(id)}/refusal`)),
  restore: (event) =>
    act(event, (ask, path, { id }) => ask.delete(at`${path}/bursts/${lastPart(id)}/refusal`)),
  nameCoordinator: async (event) => {
    const may = (await event.request.clone().formData()).getAll('may').map(String);
    return act(event, (ask, path, { accountId }) =>
      ask.put(at`${path}/coordinators/${accountId ?? ''}`, { responsibilities: ['publish', ...may] }),
    );
  },
  removeCoordinator: (event) =>
    act(event, (ask, path, { accountId }) => ask.delete(at`${path}/coordinators/${accountId ?? ''}`)),
  hide: (event) => act(event, (ask, path, { id }) => ask.put(at`${path}/signatures/${lastPart(id)}/hiding`)),
  show: (event) =>
    act(event, (ask, path, { id }) => ask.delete(at`${path}/signatures/${lastPart(id)}/hiding`)),
};

type Deed = (ask: Api, path: ApiPath, typed: Record<string, string | undefined>) => Promise<unknown>;
async function act(event: RequestEvent, deed: Deed, next?: string) {
  const form = await event.request.formData();
  try {
    await deed(api(event), at`/campaigns/${event.params.slug}`, words(form));
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, next ?? `${pageOf(event)}/manage`);
}

/** Where the campaign is for everyone. */
function pageOf({ params }: RequestEvent) {
  return `/campaigns/${params.slug}`;
}

/** Groups whose name is found by these words, and the one at the address that was pasted; the first ones without any. */
async function findGroups(ask: Api, sought: string): Promise<GroupCard[]> {
  const page = new URLSearchParams({ limit: '20', ...(sought && { search: sought }) });
  const { rows } = await ask.get<GroupPage>(at`/groups?${page}`);
  const slug = lastPart(sought);
  if (!sought || rows.some((row) => row.slug === slug) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return rows;
  const [pasted] = await Promise.allSettled([ask.get<GroupCard>(at`/groups/${slug}`)]);
  return pasted.status === 'fulfilled' ? [pasted.value, ...rows] : rows;
}

async function findMembers(ask: Api, { group }: CampaignView, search: string) {
  const asked = new URLSearchParams({ limit: '20', ...(search && { search }) });
  return (await ask.get<MemberPage>(at`/groups/${group.slug}/members?${asked}`)).rows;
}

/** An organizer may paste a whole address; its last part is what the api knows it by. */
function lastPart(typed = '') {
  return typed.split('/').findLast((part) => part !== '') ?? '-';
}
