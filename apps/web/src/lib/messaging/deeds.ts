import type { Api } from '@groundwork/features/api';
import type { NewMessage } from '@groundwork/features/messaging/messages/contract';
import type { Language } from '@groundwork/words/languages';
import { pathOf, type Asked } from '#lib/api/paths.ts';

/** What became of a deed: done, to be tried again when the line is back, or refused with a sentence. */
export type SendOutcome<T> = { done: T } | { later: true } | { refused: string };

const PATIENCE_MS = 15_000;

/** Sends a message from the browser. With the same id it may be tried again any number of times. */
export function send(channelId: string, message: NewMessage, language: Language) {
  return ask('POST /channels/:channelId/messages', { channelId }, message, language);
}

export function edit(messageId: string, body: string, language: Language) {
  return ask('PATCH /messages/:messageId', { messageId }, { body }, language);
}

/** Notes how far the reader has read. Best effort: the next one says more. */
export function sendRead(channelId: string, seq: number, language: Language) {
  return ask('PUT /channels/:channelId/reading', { channelId }, { seq }, language);
}

/** How much of a channel is unread now; null when it can't be told. */
export async function findUnread(channelId: string): Promise<number | null> {
  try {
    const path = pathOf('GET /channels/:channelId', { channelId });
    const answer = await fetch(path, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) return null;
    return ((await answer.json()) as Api['GET /channels/:channelId']['answer']).unreadCount;
  } catch {
    return null;
  }
}

type Deed =
  'POST /channels/:channelId/messages' | 'PATCH /messages/:messageId' | 'PUT /channels/:channelId/reading';

async function ask<Name extends Deed>(
  name: Name,
  asked: Asked<Name>,
  body: Api[Name]['body'],
  language: Language,
): Promise<SendOutcome<Api[Name]['answer']>> {
  try {
    const answer = await fetch(pathOf<Name>(name, asked), {
      method: name.slice(0, name.indexOf(' ')),
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.ok)
      return { done: (answer.status === 204 ? undefined : await answer.json()) as Api[Name]['answer'] };
    if (answer.status >= 500 || answer.status === 429) return { later: true };
    const { detail, fields } = (await answer.json()) as { detail: string; fields?: { message: string }[] };
    return { refused: fields?.[0]?.message ?? detail };
  } catch {
    return { later: true };
  }
}
