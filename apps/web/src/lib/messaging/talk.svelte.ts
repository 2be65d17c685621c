import type { ChannelView } from '@groundwork/features/messaging/contract';
import type { MessagePage, MessageView } from '@groundwork/features/messaging/messages/contract';
import type { Language } from '@groundwork/words/languages';
import { edit, sendRead, send } from './deeds.ts';
import { makeId } from './ids.ts';
import { savePending, readPending, type Pending } from './unsent.ts';
import type { Frame, ConnectionState } from './live-connection.ts';
import { merged } from './rows.ts';

type Opening = { channel: ChannelView; page: MessagePage; viewerId: string; language: Language };
const TRY_AGAIN_MS = 5000;

/** A conversation as one open page holds it: what was said, what is on its way, and how the line is. */
export class Talk {
  messages = $state.raw<MessageView[]>([]);
  pending = $state.raw<Pending[]>([]);
  connection = $state<ConnectionState | 'gone'>('on');
  answering = $state.raw<MessageView | null>(null);
  editingId = $state<string | null>(null);
  /** The last try to send did not get through, whatever the line says. */
  isStuck = $state(false);
  /** Messages of others that came while the reader was further up. */
  newBelow = $state(0);
  readonly channel: ChannelView;
  readonly viewerId: string;
  readonly #language: Language;
  readonly #place: string;
  /** An older stretch is being read: what is said now belongs below it, and is only counted. */
  readonly isHistory: boolean;
  /** Everything up to here was heard in order; one's own messages may be further on. */
  #heardSeq: number;
  #readSeq: number;
  #isSending = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor({ channel, page, viewerId, language }: Opening) {
    this.channel = channel;
    this.viewerId = viewerId;
    this.messages = page.rows;
    this.isHistory = page.hasNewer;
    this.#language = language;
    this.#place = `${viewerId} ${channel.id}`;
    this.#heardSeq = page.hasNewer ? channel.lastSeq : (page.rows.at(-1)?.seq ?? 0);
    this.#readSeq = page.rows.at(-1)?.seq ?? 0;
  }

  /** Where the line goes on after it was lost. */
  lastSeq(): number {
    return this.#heardSeq;
  }

  /** Takes up what this tab had not sent yet. */
  open(): void {
    const known = this.messages.map(({ id }) => id);
    this.#setPending(readPending(this.#place).filter(({ id }) => !known.includes(id)));
    void this.#sendPending();
  }

  close(): void {
    clearTimeout(this.#retry);
  }

  say(body: string): void {
    const message = { id: makeId(), body, replyTo: this.answering?.id ?? null };
    this.answering = null;
    this.#setPending([...this.pending, message]);
    void this.#sendPending();
  }

  retry(id: string): void {
    this.#setPending(this.pending.map((one) => (one.id === id ? { ...one, refused: undefined } : one)));
    void this.#sendPending();
  }

  takeBack(id: string): void {
    this.#setPending(this.pending.filter((one) => one.id !== id));
  }

  isEditing({ id, authorId, removedAt }: MessageView): boolean {
    return id === this.editingId && authorId === this.viewerId && removedAt === null;
  }

  /** Null when done; else the sentence that says why not. `offline` when the line is down. */
  async edit(id: string, body: string, offline: string): Promise<string | null> {
    const outcome = await edit(id, body, this.#language);
    if ('refused' in outcome) return outcome.refused;
    if ('later' in outcome) return offline;
    this.messages = merged(this.messages, [outcome.done]);
    this.editingId = null;
    return null;
  }

  hear({ rows = [], changed, gone, news }: Frame): void {
    if (gone) {
      this.connection = 'gone';
      this.messages = [];
    }
    this.newBelow += news?.authorIds.filter((id) => id !== this.viewerId).length ?? 0;
    if (changed && this.messages.some(({ id }) => id === changed.id))
      this.messages = merged(this.messages, [changed]);
    for (const message of rows) {
      this.#heardSeq = message.seq;
      this.#add(message);
    }
  }

  setConnection(state: ConnectionState): void {
    if (this.connection === 'gone') return;
    this.connection = state;
    if (state === 'on') void this.#sendPending();
  }

  /** The reader sees the newest: nothing is below, and the mark moves. */
  async seeEnd(): Promise<void> {
    this.newBelow = 0;
    const shownSeq = this.messages.at(-1)?.seq ?? 0;
    if (this.isHistory || this.#readSeq >= shownSeq || document.visibilityState !== 'visible') return;
    this.#readSeq = shownSeq;
    await sendRead(this.channel.id, this.#readSeq, this.#language);
  }

  #add(message: MessageView) {
    if (message.seq === this.#heardSeq + 1) this.#heardSeq = message.seq;
    if (this.pending.some(({ id }) => id === message.id)) this.takeBack(message.id);
    if (!this.isHistory) this.messages = merged(this.messages, [message]);
    if (message.authorId !== this.viewerId) this.newBelow += 1;
  }

  /** One after the other, so that they arrive in the order they were written. */
  async #sendPending() {
    clearTimeout(this.#retry);
    if (this.#isSending) return;
    this.#isSending = true;
    for (let next = this.#nextPending(); next; next = this.#nextPending()) {
      if (!(await this.#sendOne(next))) break;
    }
    this.#isSending = false;
  }

  #nextPending() {
    return this.pending.find(({ refused }) => refused === undefined);
  }

  async #sendOne({ id, body, replyTo }: Pending): Promise<boolean> {
    const outcome = await send(this.channel.id, { id, body, replyTo }, this.#language);
    this.isStuck = 'later' in outcome;
    if ('later' in outcome) {
      this.#retry = setTimeout(() => void this.#sendPending(), TRY_AGAIN_MS);
      return false;
    }
    if ('done' in outcome) this.#add(outcome.done);
    else
      this.#setPending(
        this.pending.map((one) => (one.id === id ? { ...one, refused: outcome.refused } : one)),
      );
    return true;
  }

  #setPending(pending: Pending[]) {
    this.pending = pending;
    savePending(this.#place, pending);
  }
}
