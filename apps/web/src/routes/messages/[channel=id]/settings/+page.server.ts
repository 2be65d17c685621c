import type { ChannelView } from '@groundwork/features/messaging/contract';
import { error, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { channelFrom } from '#lib/messaging/channel-form.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['muted', 'heard', 'unblocked', 'back'] as const;

export const load: PageServerLoad = async (event) => {
  const { channel: channelId } = event.params;
  const asked = event.url.searchParams;
  const channel = await call(event, 'GET /channels/:channelId', { channelId });
  const isNamed = channel.kind === 'room' && channel.readers === 'named';
  if (!channel.can.edit && !isNamed && channel.kind !== 'direct')
    error(404, event.locals.words.t('error.not-found'));
  const page = { channelId, after: asked.get('after'), limit: 100 };
  const find = asked.get('find') ?? '';
  return {
    channel,
    members: isNamed ? await call(event, 'GET /channels/:channelId/members', page) : null,
    find,
    found: await findMembers(event, channel, find),
    isSaved: asked.has('saved'),
    done: DONE.find((deed) => deed === asked.get('done')) ?? null,
  };
};

export const actions: Actions = {
  save: (event) =>
    act(
      event,
      (typed) => call(event, 'PATCH /channels/:channelId', atChannel(event), channelFrom(typed)),
      '?saved',
    ),
  close: (event) =>
    act(
      event,
      () => call(event, 'PATCH /channels/:channelId', atChannel(event), { isClosed: true }),
      '?saved',
    ),
  reopen: (event) =>
    act(
      event,
      () => call(event, 'PATCH /channels/:channelId', atChannel(event), { isClosed: false }),
      '?saved',
    ),
  add: (event) =>
    act(
      event,
      ({ account: accountId }) =>
        call(event, 'PUT /channels/:channelId/members/:accountId', { ...atChannel(event), accountId }),
      '#members',
    ),
  remove: (event) =>
    act(
      event,
      ({ account: accountId }) =>
        call(event, 'DELETE /channels/:channelId/members/:accountId', { ...atChannel(event), accountId }),
      '#members',
    ),
  leaveRoom: (event) =>
    act(
      event,
      () => {
        const own = { ...atChannel(event), accountId: event.locals.viewer?.id };
        return call(event, 'DELETE /channels/:channelId/members/:accountId', own);
      },
      '/messages',
    ),
  mute: (event) => direct(event, 'PUT /channels/:channelId/muting', '?done=muted'),
  hear: (event) => direct(event, 'DELETE /channels/:channelId/muting', '?done=heard'),
  leave: (event) =>
    direct(event, 'PUT /channels/:channelId/leaving', `/messages?left=${event.params.channel}`),
  return: (event) => direct(event, 'DELETE /channels/:channelId/leaving', '?done=back'),
  block: (event) =>
    direct(event, 'PUT /channels/:channelId/block', `/messages?blocked=${event.params.channel}`),
  unblock: (event) => direct(event, 'DELETE /channels/:channelId/block', '?done=unblocked'),
};

type Event = RequestEvent<{ channel: string }>;

function atChannel({ params }: Event) {
  return { channelId: params.channel };
}

type DirectDeed = `${'PUT' | 'DELETE'} /channels/:channelId/${'muting' | 'leaving' | 'block'}`;
function direct(event: Event, deed: DirectDeed, next: string) {
  return act(event, () => call(event, deed, atChannel(event)), next);
}

async function findMembers(event: RequestEvent, { groupSlug, can }: ChannelView, search: string) {
  if (!can.edit || !search) return [];
  return (await call(event, 'GET /groups/:slug/members', { slug: groupSlug, search, limit: 20 })).rows;
}
