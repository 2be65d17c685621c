import type { ServerFrame, Subscribe } from '@groundwork/features/live/contract';
import type { MessageNews, MessageView } from '@groundwork/features/messaging/messages/contract';
import { LIVE_PATH } from '#lib/api/paths.ts';

/** What the live socket says of a channel; apps/api/src/live/README.md is its grammar. */
export type Frame = ServerFrame<MessageView, MessageNews>;
export type ConnectionState = 'on' | 'off' | 'signed-out';
export type Listening = {
  channelId: string;
  /** Only that something was said, for a count. */
  isBrief: boolean;
  /** The number of the newest message it has: asked each time the line is back. */
  lastSeq(): number;
  heard(frame: Frame): void;
};

/** A dead line says nothing: the server beats every 25 seconds. */
const SILENCE_MS = 60_000;
const PAUSES_MS = [500, 1000, 2000, 4000, 8000, 15_000];

/** The browser's one connection to the live socket. It comes back by itself, and each listening goes on where it was. */
export class LiveConnection {
  readonly #url: string;
  readonly #listenings = new Map<string, Listening>();
  readonly #told: (state: ConnectionState) => void;
  /** The server's clock when it last spoke, or when the page was made. */
  #since: string;
  #socket: WebSocket | null = null;
  #tries = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor({
    url,
    since,
    changed,
  }: {
    url: string;
    since: string;
    changed: (state: ConnectionState) => void;
  }) {
    this.#url = url;
    this.#since = since;
    this.#told = changed;
    addEventListener('online', this.#begin);
    addEventListener('offline', this.#end);
    document.addEventListener('visibilitychange', this.#hurry);
    this.#connect();
  }

  listen(listening: Listening): void {
    this.#listenings.set(topicOf(listening), listening);
    this.#subscribe(listening);
  }

  close(): void {
    this.#isClosed = true;
    removeEventListener('online', this.#begin);
    removeEventListener('offline', this.#end);
    document.removeEventListener('visibilitychange', this.#hurry);
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#socket?.close();
  }

  /** The network is another one now, and a socket of the old one would stay silent: a new one. */
  readonly #begin = () => {
    this.#end();
    this.#hurry();
  };

  readonly #end = () => {
    const old = this.#socket;
    if (!old) return;
    this.#lose(1006);
    old.close();
  };

  /** The network is back, or the reader is: no need to wait for the clock. */
  readonly #hurry = () => {
    if (document.visibilityState !== 'visible' || this.#socket || this.#isClosed) return;
    clearTimeout(this.#retry);
    this.#connect();
  };

  #connect() {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    this.#listenForSilence();
    socket.onopen = () => {
      this.#tries = 0;
      this.#told('on');
      for (const listening of this.#listenings.values()) this.#subscribe(listening);
    };
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(String(data)) as Frame);
    socket.onclose = ({ code }) => {
      if (socket === this.#socket) this.#lose(code);
    };
  }

  #lose(code: number) {
    this.#socket = null;
    clearTimeout(this.#silence);
    if (this.#isClosed) return;
    this.#told(code === 4401 ? 'signed-out' : 'off');
    if (code === 4401) return;
    // Said too much, or to a server of another version, which may be brought up to date by then.
    const pause =
      code === 4429 || code === 4400 ? 30_000 : (PAUSES_MS[Math.min(this.#tries, PAUSES_MS.length - 1)] ?? 0);
    this.#tries += 1;
    // Not all at once, when a server comes back to a thousand of us.
    this.#retry = setTimeout(() => this.#connect(), pause * (0.5 + Math.random()));
  }

  #hear(frame: Frame) {
    this.#listenForSilence();
    this.#since = frame.beat?.at ?? frame.ready?.at ?? this.#since;
    if (frame.topic) this.#listenings.get(frame.topic)?.heard(frame);
  }

  #subscribe(listening: Listening) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    const { isBrief, lastSeq } = listening;
    const frame = { subscribe: topicOf(listening), after: lastSeq(), since: this.#since, brief: isBrief };
    this.#socket.send(JSON.stringify(frame satisfies Subscribe));
  }

  #listenForSilence() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(this.#end, SILENCE_MS);
  }
}

function topicOf({ channelId }: Listening) {
  return `channel:${channelId}`;
}

/** Where the live socket of a site is, whose pages are at `origin`. */
export function liveUrl(origin: string): string {
  return origin.replace(/^http/, 'ws') + LIVE_PATH;
}
