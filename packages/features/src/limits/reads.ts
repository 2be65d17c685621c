import { BlockList, isIP } from 'node:net';
import { neighbourhoodsOf } from './addresses.ts';

/**
 * How much one household may read. A page asks the api some five times; pages that strangers share are asked for once a
 * second by all of them together. So a hall of five hundred behind one address that opens a page at once stays below,
 * and one machine has 50 answers a second after its first minute's worth.
 */
export const READS_A_MINUTE = 3_000;

/** Some 10 MB at most; whoever comes from more networks than this at once is no longer told apart. */
const MOST_KEPT = 50_000;

/**
 * Counts reads per household in this process's memory: a read writes nothing anywhere. GCRA, as limits.ts has it. Each
 * process counts by itself, so that a site with three of them allows three times as much.
 */
export class ReadLimit {
  /** When all that was read is free again, in the order of the last read. */
  readonly #free = new Map<string, number>();
  readonly #most: number;

  constructor(most = MOST_KEPT) {
    this.#most = most;
  }

  /** Whether this address may read once more at `now`, in milliseconds of a clock that never goes back. */
  admits(address: string, now: number): boolean {
    if (isOurs(address)) return true;
    const households = neighbourhoodsOf(address);
    // One after the other, as at the routes: whom a smaller one refuses takes nothing from the neighbours.
    return households.every(({ key, size }) => this.#spend(key, MINUTE / (READS_A_MINUTE * size), now));
  }

  get size(): number {
    return this.#free.size;
  }

  #spend(key: string, each: number, now: number): boolean {
    const free = Math.max(this.#free.get(key) ?? 0, now) + each;
    if (free - now > MINUTE) return false;
    this.#free.delete(key);
    this.#free.set(key, free);
    this.#shed();
    return true;
  }

  /** Who read longest ago goes first. */
  #shed() {
    for (const key of this.#free.keys()) {
      if (this.#free.size <= this.#most) return;
      this.#free.delete(key);
    }
  }
}

declare module 'fastify' {
  interface FastifyInstance {
    /** How much each household may read, in this process. */
    reads: ReadLimit;
  }
}

const MINUTE = 60_000;

/** Networks that no visitor of the internet comes from: the machine itself, an onion service on it, containers, a LAN. */
const ours = new BlockList();
ours.addSubnet('127.0.0.0', 8);
ours.addSubnet('10.0.0.0', 8);
ours.addSubnet('172.16.0.0', 12);
ours.addSubnet('192.168.0.0', 16);
ours.addAddress('::1', 'ipv6');
ours.addSubnet('fc00::', 7, 'ipv6');

/** By the household's key, which has IPv4-mapped addresses unfolded already. */
function isOurs(address: string): boolean {
  const bare = address.trim().split('%')[0] ?? '';
  const key = neighbourhoodsOf(bare)[0]?.key ?? '';
  if (isIP(key) === 4) return ours.check(key);
  return isIP(bare) === 6 && ours.check(bare, 'ipv6');
}
