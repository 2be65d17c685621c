import type { ChannelView } from '@groundwork/features/messaging/contract';
import type { MessagePage } from '@groundwork/features/messaging/messages/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { makeId } from '#lib/messaging/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { channel: channelId } = event.params;
  const asked = event.url.searchParams;
  const [channel, stretch] = await Promise.all([
    call(event, 'GET /channels/:channelId', { channelId }),
    call(event, 'GET /channels/:channelId/messages', { channelId, ...placeIn(asked) }),
  ]);
  await noteReading(event, channel, stretch);
  return {
    channel,
    stretch,
    at: new Date().toISOString(),
    newId: makeId(),
    answerTo: asked.get('answer'),
    editing: asked.get('edit'),
  };
};

export const actions: Actions = {
  send: (event) =>
    act(
      event,
      ({ id, body, replyTo }) => {
        const { channel: channelId } = event.params;
        const message = { id, body, ...(replyTo && { replyTo }) };
        return call(event, 'POST /channels/:channelId/messages', { channelId }, message, { twice: true });
      },
      '#latest',
    ),
  edit: (event) =>
    act(
      event,
      ({ messageId, body }) => call(event, 'PATCH /messages/:messageId', { messageId }, { body }),
      (_outcome, { messageId }) => `#message-${messageId}`,
    ),
  remove: (event) =>
    act(
      event,
      ({ messageId }) => call(event, 'DELETE /messages/:messageId', { messageId }),
      (_outcome, { messageId }) => `#message-${messageId}`,
    ),
};

/** The message that the stretch begins before or after: the first that the address names. */
function placeIn(asked: URLSearchParams): { before?: string; after?: string } {
  const place = [...asked].find(
    ([name, value]) => ['before', 'after'].includes(name) && /^\d{1,15}$/.test(value),
  );
  return place ? Object.fromEntries([place]) : {};
}

/** Whoever is shown the newest has read it. A page must not fail for it. */
async function noteReading(
  event: RequestEvent,
  { id, readSeq }: ChannelView,
  { rows, hasNewer }: MessagePage,
) {
  const seq = rows.at(-1)?.seq ?? 0;
  if (hasNewer || seq <= readSeq) return;
  await call(event, 'PUT /channels/:channelId/reading', { channelId: id }, { seq }).catch(() => undefined);
}
