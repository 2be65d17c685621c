import type { MemberPage } from '@groundwork/features/groups/members/contract';
import type { ChannelMembers, ChannelView } from '@groundwork/features/messaging/contract';
import { error as fault, redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { channelFrom } from '#lib/messaging/channel-form.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['muted', 'heard', 'unblocked', 'back'] as const;

export const load: PageServerLoad = async (event) => {
  const path = pathOf(event);
  const asked = event.url.searchParams;
  const channel = await api(event).get<ChannelView>(path);
  const isNamed = channel.kind === 'room' && channel.readers === 'named';
  if (!channel.can.edit && !isNamed && channel.kind !== 'direct')
    fault(404, event.locals.words.t('error.not-found'));
  const after = new URLSearchParams({ limit: '100', after: asked.get('after') ?? '' });
  const members = isNamed ? await api(event).get<ChannelMembers>(at`${path}/members?${after}`) : null;
  const find = asked.get('find') ?? '';
  return {
    channel,
    members,
    find,
    found: await findMembers(event, channel, find),
    isSaved: asked.has('saved'),
    done: DONE.find((deed) => deed === asked.get('done')) ?? null,
  };
};

export const actions: Actions = {
  save: (event) => done(event, '?saved', (typed) => api(event).patch(pathOf(event), channelFrom(typed))),
  close: (event) => done(event, '?saved', () => api(event).patch(pathOf(event), { isClosed: true })),
  reopen: (event) => done(event, '?saved', () => api(event).patch(pathOf(event), { isClosed: false })),
  add: (event) =>
    done(event, '#members', ({ account }) => api(event).put(at`${pathOf(event)}/members/${account}`)),
  remove: (event) =>
    done(event, '#members', ({ account }) => api(event).delete(at`${pathOf(event)}/members/${account}`)),
  leaveRoom: (event) =>
    done(event, '/messages', () =>
      api(event).delete(at`${pathOf(event)}/members/${event.locals.viewer?.id}`),
    ),
  mute: (event) => done(event, '?done=muted', () => api(event).put(at`${pathOf(event)}/muting`)),
  hear: (event) => done(event, '?done=heard', () => api(event).delete(at`${pathOf(event)}/muting`)),
  leave: (event) =>
    done(event, `/messages?left=${event.params.channel}`, () => api(event).put(at`${pathOf(event)}/leaving`)),
  return: (event) => done(event, '?done=back', () => api(event).delete(at`${pathOf(event)}/leaving`)),
  block: (event) =>
    done(event, `/messages?blocked=${event.params.channel}`, () =>
      api(event).put(at`${pathOf(event)}/block`),
    ),
  unblock: (event) => done(event, '?done=unblocked', () => api(event).delete(at`${pathOf(event)}/block`)),
};

function pathOf({ params }: { params: { channel: string } }) {
  return at`/channels/${params.channel}`;
}

async function findMembers(event: RequestEvent, { groupSlug, can }: ChannelView, find: string) {
  if (!can.edit || !find) return [];
  const query = new URLSearchParams({ search: find, limit: '20' });
  return (await api(event).get<MemberPage>(at`/groups/${groupSlug}/members?${query}`)).rows;
}

type Event = RequestEvent<{ channel: string }>;
async function done(event: Event, next: string, deed: (typed: Record<string, string>) => Promise<unknown>) {
  const form = await event.request.formData();
  try {
    await deed(words(form));
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, next.startsWith('/') ? next : `${event.url.pathname}${next}`);
}
