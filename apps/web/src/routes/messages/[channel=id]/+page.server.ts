import type { ChannelView } from '@groundwork/features/messaging/contract';
import type { MessagePage } from '@groundwork/features/messaging/messages/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { makeId } from '#lib/messaging/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { channel: id } = event.params;
  const asked = event.url.searchParams;
  const [channel, stretch] = await Promise.all([
    api(event).get<ChannelView>(at`/channels/${id}`),
    api(event).get<MessagePage>(at`/channels/${id}/messages?${placeOf(asked)}`),
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
    done(event, async ({ id, body, replyTo }) => {
      const said = { id, body, ...(replyTo && { replyTo }) };
      await api(event).post(at`/channels/${event.params.channel}/messages`, said, { twice: true });
      return 'latest';
    }),
  edit: (event) =>
    done(event, async ({ messageId = '', body }) => {
      await api(event).patch(at`/messages/${messageId}`, { body });
      return `message-${messageId}`;
    }),
  remove: (event) =>
    done(event, async ({ messageId = '' }) => {
      await api(event).delete(at`/messages/${messageId}`);
      return `message-${messageId}`;
    }),
};

function placeOf(asked: URLSearchParams) {
  const place = [...asked].filter(
    ([name, value]) => ['before', 'after'].includes(name) && /^\d{1,15}$/.test(value),
  );
  return new URLSearchParams(place.slice(0, 1));
}

/** Whoever is shown the newest has read it. A page must not fail for it. */
async function noteReading(event: RequestEvent, channel: ChannelView, { rows, hasNewer }: MessagePage) {
  const seq = rows.at(-1)?.seq ?? 0;
  if (hasNewer || seq <= channel.readSeq) return;
  await api(event)
    .put(at`/channels/${channel.id}/reading`, { seq })
    .catch(() => undefined);
}

type Typed = Record<string, string>;
async function done(event: RequestEvent, deed: (typed: Typed) => Promise<string>) {
  const form = await event.request.formData();
  let place: string;
  try {
    place = await deed(words(form));
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, `${event.url.pathname}#${place}`);
}
