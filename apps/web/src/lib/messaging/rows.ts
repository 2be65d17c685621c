import type { MessageView } from '@groundwork/features/messaging/messages/contract';

/** One line of a conversation: a day begins, what is new begins, or a message. */
export type ConversationRow =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'new'; key: string }
  | { kind: 'message'; key: string; message: MessageView };

type Reader = {
  viewerId: string | null;
  /** How far they had read when the page was opened; 0: never, and then all of it would be new. */
  readSeq: number;
  /** The newest message that was there then: what comes while they watch is not what they missed. */
  openedSeq: number;
  /** Names the day of a moment in the reader's zone. */
  dayOf(moment: string): string;
};

/** Lays messages out for one reader: a divider before each day, and one before the first they have not read. */
export function rowsOf(
  messages: readonly MessageView[],
  { viewerId, readSeq, openedSeq, dayOf }: Reader,
): ConversationRow[] {
  const rows: ConversationRow[] = [];
  let day = '';
  const isMissed = ({ seq, authorId }: MessageView) =>
    seq > readSeq && seq <= openedSeq && authorId !== viewerId;
  const firstNew = readSeq === 0 ? undefined : messages.find(isMissed);
  for (const message of messages) {
    const its = dayOf(message.sentAt);
    if (its !== day) rows.push({ kind: 'day', key: `day ${its}`, at: message.sentAt });
    day = its;
    if (message === firstNew) rows.push({ kind: 'new', key: 'new' });
    rows.push({ kind: 'message', key: message.id, message });
  }
  return rows;
}

/** Adds messages to those shown, each once and in order; of two tellings of a message the later change counts. */
export function merged(shown: readonly MessageView[], heard: readonly MessageView[]): MessageView[] {
  const byId = new Map(shown.map((message) => [message.id, message]));
  for (const message of heard) {
    const known = byId.get(message.id);
    if (!known || changeOf(message) >= changeOf(known)) byId.set(message.id, message);
  }
  return [...byId.values()].sort((a, b) => a.seq - b.seq);
}

function changeOf({ changedAt, removedAt, editedAt }: MessageView) {
  return Date.parse(changedAt ?? removedAt ?? editedAt ?? '1970-01-01');
}
