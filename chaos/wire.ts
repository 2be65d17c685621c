import { once } from 'node:events';
import { connect as dial, createServer, type NetConnectOpts, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { listen } from './ports.ts';

/** A line between a process and a server, that can be broken in the ways lines break. */
export type Wire = {
  port: number;
  /** Both ends hear at once that it broke (RST); new connections work. */
  cut(): void;
  /** Nobody can connect, and what was connected is cut, until `heal`. */
  refuse(): void;
  /** Not a byte passes on any connection, old or new, until `heal`; then everything goes on where it stopped. */
  freeze(): void;
  /**
   * As when a firewall forgot the connections of this moment: they are silent for good, and nobody is told. New ones
   * work. The far end finds out by itself after 20 s, as the TCP keepalive in docker-compose.yml has it; the near end
   * has to notice on its own.
   */
  vanish(): void;
  /** Each stretch of bytes comes this much later, until `heal`. */
  slow(milliseconds: number): void;
  heal(): void;
  /** Ends what `vanish` left silent: both ends hear of it at last. */
  forget(): void;
  /** Leads new connections elsewhere. */
  leadTo(far: NetConnectOpts): void;
  close(): Promise<void>;
};

const NOTICED_MS = 20_000;

type Mood = { refuses: boolean; frozen: boolean; lateMs: number };
type Pair = { near: Socket; far: Socket; isSilent: boolean };

/** A wire on a free port that leads to `to`. */
export async function openWire(to: NetConnectOpts): Promise<Wire> {
  let far = to;
  const mood: Mood = { refuses: false, frozen: false, lateMs: 0 };
  const pairs = new Set<Pair>();
  const server = createServer({ noDelay: true }, (near) => join(near, dial(far), mood, pairs));
  const port = await listen(server);
  const cut = () => pairs.forEach(tear);
  const thaw = () => pairs.forEach(({ near, far: away, isSilent }) => !isSilent && resume(near, away));
  return {
    port,
    cut,
    refuse() {
      mood.refuses = true;
      cut();
    },
    freeze() {
      mood.frozen = true;
      pairs.forEach(({ near, far: away }) => [near, away].forEach((end) => end.pause()));
    },
    vanish() {
      for (const pair of pairs) {
        pair.isSilent = true;
        setTimeout(() => pair.far.destroy(), NOTICED_MS).unref();
      }
    },
    slow: (milliseconds) => void (mood.lateMs = milliseconds),
    heal() {
      Object.assign(mood, { refuses: false, frozen: false, lateMs: 0 });
      thaw();
    },
    forget: () => [...pairs].filter(({ isSilent }) => isSilent).forEach(tear),
    leadTo: (elsewhere) => void (far = elsewhere),
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

function join(near: Socket, far: Socket, mood: Mood, pairs: Set<Pair>) {
  const pair = { near, far, isSilent: false };
  // Whoever is refused must not find a door that opens first: the connection ends before any byte.
  if (mood.refuses) return tear(pair);
  pairs.add(pair);
  near.on('close', () => pairs.delete(pair));
  carry(pair, near, far, mood);
  carry(pair, far, near, mood);
  if (mood.frozen) [near, far].forEach((end) => end.pause());
}

/** Bytes and endings from one end to the other. */
function carry(pair: Pair, from: Socket, to: Socket, mood: Mood) {
  let turn = Promise.resolve();
  const later = (work: () => void) => {
    if (mood.lateMs === 0) return void (turn = turn.then(work));
    turn = turn.then(() => pause(mood.lateMs)).then(work);
  };
  from.on('data', (bytes) => {
    if (!pair.isSilent) later(() => void to.write(bytes));
  });
  from.on('end', () => {
    if (!pair.isSilent) later(() => void to.end());
  });
  from.on('error', () => {
    if (!pair.isSilent) tear(pair);
  });
  from.on('close', () => {
    if (!pair.isSilent && from.destroyed) later(() => void to.destroy());
  });
}

function resume(...ends: Socket[]) {
  for (const end of ends) end.resume();
}

function tear({ near, far }: Pair) {
  for (const end of [near, far]) {
    end.on('error', () => {});
    // Only TCP can say "reset".
    if (isTcp(end)) end.resetAndDestroy();
    else end.destroy();
  }
}

function isTcp({ remotePort }: Socket) {
  return remotePort !== undefined;
}
