import type { MessageView } from '@groundwork/features/messaging/messages/contract';

/** What a client may ask for; see README.md. */
export type Asked =
  | { deed: 'subscribe'; channelId: string; after: number | null; since: Date | null; isBrief: boolean }
  | { deed: 'unsubscribe'; channelId: string };

/** Reads a client's frame, or null when it is not one of ours. */
export function readFrame(text: string): Asked | null {
  const frame = parsed(text);
  if (frame === null) return null;
  const { subscribe, unsubscribe, after = null, since = null, brief = false } = frame;
  if (isId(unsubscribe)) return { deed: 'unsubscribe', channelId: unsubscribe };
  if (!isId(subscribe) || typeof brief !== 'boolean') return null;
  if (after !== null && !(Number.isSafeInteger(after) && Number(after) >= 0)) return null;
  if (since !== null && typeof since !== 'string') return null;
  const moment = since === null ? null : new Date(since);
  if (moment && Number.isNaN(moment.getTime())) return null;
  return {
    deed: 'subscribe',
    channelId: subscribe,
    after: after === null ? null : Number(after),
    since: moment,
    isBrief: brief,
  };
}

/** What the server says. Frames for many are made once, as bytes, and sent to each. */
export const frames = {
  messages: (messages: MessageView[]) => bytes({ messages }),
  news: (channelId: string, messages: MessageView[]) =>
    bytes({
      news: { channelId, seq: messages.at(-1)?.seq, authorIds: messages.map(({ authorId }) => authorId) },
    }),
  changed: (changed: MessageView) => bytes({ changed }),
  ready: (channelId: string, seq: number) =>
    bytes({ ready: { channelId, seq, at: new Date().toISOString() } }),
  behind: (channelId: string, seq: number) => bytes({ behind: { channelId, seq } }),
  gone: (channelId: string) => bytes({ gone: { channelId } }),
  beat: () => bytes({ beat: { at: new Date().toISOString() } }),
};

function bytes(frame: object) {
  return Buffer.from(JSON.stringify(frame));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
