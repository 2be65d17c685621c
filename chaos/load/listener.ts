import type { ServerFrame } from '@groundwork/features/live/contract';
import { setTimeout as pause } from 'node:timers/promises';

/** A client of the live socket that stays for the whole run, and comes back whenever its line breaks. */
export type Listener = {
  /** What it was sent, in that order. */
  heard(): { id: string; seq: number }[];
  comebacks(): number;
  close(): void;
};

const SILENCE_MS = 60_000;

/** Listens to a channel from its first message on, as `apps/api/src/live/README.md` asks clients to. */
export function listenTo(url: string, channelId: string, token: string): Listener {
  const heard: { id: string; seq: number }[] = [];
  let comebacks = 0;
  const closing = new AbortController();
  let socket: WebSocket | undefined;
  void (async () => {
    for (let attempt = 0; !closing.signal.aborted; attempt++) {
      const hasBeenOpen = await new Promise<boolean>((resolve) => {
        socket = connect(url, token);
        converse(socket, { channelId, heard, ended: resolve });
      });
      comebacks += 1;
      if (hasBeenOpen) attempt = 0;
      await pause(Math.min(100 * 2 ** attempt, 2000) * (0.5 + Math.random() / 2));
    }
  })();
  return {
    heard: () => heard,
    comebacks: () => comebacks,
    close() {
      closing.abort();
      socket?.close();
    },
  };
}

function connect(url: string, token: string): WebSocket {
  const headers = { cookie: `session=${token}`, origin: url };
  return new WebSocket(`${url.replace('http', 'ws')}/api/v1/live`, { headers });
}

type Talk = {
  channelId: string;
  heard: Listener['heard'] extends () => infer All ? All : never;
  ended(wasOpen: boolean): void;
};

function converse(socket: WebSocket, { channelId, heard, ended }: Talk) {
  let wasOpen = false;
  let silence: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(silence);
    ended(wasOpen);
  };
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      socket.close();
      end();
    }, SILENCE_MS);
  };
  listen();
  socket.addEventListener('open', () => {
    wasOpen = true;
    socket.send(JSON.stringify({ subscribe: `channel:${channelId}`, after: heard.at(-1)?.seq ?? 0 }));
  });
  socket.addEventListener('message', ({ data }) => {
    listen();
    const { rows = [] } = JSON.parse(String(data)) as ServerFrame;
    heard.push(...rows.map(({ id, seq }) => ({ id, seq })));
  });
  socket.addEventListener('close', end);
  socket.addEventListener('error', end);
}
