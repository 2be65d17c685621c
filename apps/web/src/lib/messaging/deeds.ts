import type { ChannelView } from '@groundwork/features/messaging/contract';
import type { MessageView, NewMessage } from '@groundwork/features/messaging/messages/contract';
import type { Language } from '@groundwork/words/languages';
import { at, type ApiPath } from '#lib/api/paths.ts';

/** What became of a deed: done, to be tried again when the line is back, or refused with a sentence. */
export type Outcome<T> = { done: T } | { later: true } | { refused: string };

const PATIENCE_MS = 15_000;

/** Sends a message from the browser. With the same id it may be tried again any number of times. */
export function send(channelId: string, message: NewMessage, language: Language) {
  return ask<MessageView>('POST', at`/channels/${channelId}/messages`, message, language);
}

export function edit(messageId: string, body: string, language: Language) {
  return ask<MessageView>('PATCH', at`/messages/${messageId}`, { body }, language);
}

/** Notes how far the reader has read. Best effort: the next one says more. */
export function markRead(channelId: string, seq: number, language: Language) {
  return ask('PUT', at`/channels/${channelId}/reading`, { seq }, language);
}

/** How much of a channel is unread now; null when it can't be told. */
export async function findUnread(channelId: string): Promise<number | null> {
  try {
    const answer = await fetch(at`/channels/${channelId}`.href, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? ((await answer.json()) as ChannelView).unreadCount : null;
  } catch {
    return null;
  }
}

async function ask<T>(method: string, path: ApiPath, body: object, language: Language): Promise<Outcome<T>> {
  try {
    const answer = await fetch(path.href, {
      method,
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.ok) return { done: (answer.status === 204 ? undefined : await answer.json()) as T };
    if (answer.status >= 500 || answer.status === 429) return { later: true };
    const { detail, fields } = (await answer.json()) as { detail: string; fields?: { message: string }[] };
    return { refused: fields?.[0]?.message ?? detail };
  } catch {
    return { later: true };
  }
}
