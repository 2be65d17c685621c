import {
  findHeadroom,
  hearOutcomes,
  OWN_SERVER,
  spendHeadroom,
  type Headroom,
  type HeardOutcome,
} from './actions.ts';
import type { House } from '../context.ts';
import { saysLittle } from './pace.ts';

type Ground = Pick<House, 'db' | 'settings'>;

/** How long what was read is believed, less what was spent since. */
const BELIEVED_MS = 250;
/** How long it may take until it is told that all went well. */
const UNTOLD_MS = 500;

/** What one process knows of the paces from bundle to bundle: all of them are read, and told of, a few times a second. */
export function openKnownPaces() {
  let read: (provider: string) => Headroom = () => ({
    count: 0,
    isKnown: false,
    perSecond: 1,
    restsUntil: null,
  });
  let readAt = -Infinity;
  let spent = new Map<string, number>();
  let untold = new Map<string, HeardOutcome>();
  let toldAt = -Infinity;
  let toldCount = 0;

  async function tell(ground: Ground): Promise<void> {
    const outcomes = untold;
    untold = new Map();
    toldAt = performance.now();
    await hearOutcomes(ground, outcomes).finally(() => {
      // Of some it is known by now that they exist, or that they rest.
      readAt = -Infinity;
      toldCount += 1;
    });
  }

  return {
    /** How many may leave for whom at this moment; `anew`: as all processes know it. */
    async find(ground: Ground, { anew = false } = {}): Promise<(provider: string) => Headroom> {
      if (anew || performance.now() - readAt > BELIEVED_MS) {
        const asOf = toldCount;
        read = await findHeadroom(ground);
        spent = new Map();
        // What was read while somebody told is not believed for longer than this once.
        readAt = asOf === toldCount ? performance.now() : -Infinity;
      }
      return (provider) => {
        const headroom = read(provider);
        return { ...headroom, count: Math.max(0, headroom.count - (spent.get(provider) ?? 0)) };
      };
    },
    /** Mails that leave at this moment: so many fewer leave soon, from whichever process. */
    async spend(ground: Ground, counts: Map<string, number>): Promise<void> {
      for (const [provider, count] of counts) spent.set(provider, (spent.get(provider) ?? 0) + count);
      await spendHeadroom(ground, counts);
    },
    /** What became of mails that left. What says that somebody was given too much, or is no longer unknown, is told at once. */
    async hear(ground: Ground, outcomes: Map<string, HeardOutcome>): Promise<void> {
      let isNews = performance.now() - toldAt > UNTOLD_MS;
      for (const [provider, heard] of outcomes) {
        const isKnown = read(provider).isKnown;
        if (!isKnown && (saysLittle(heard) || (provider === OWN_SERVER && heard.putOffCount === 0))) continue;
        untold.set(provider, sumOf(untold.get(provider), heard));
        isNews ||= !isKnown || heard.putOffCount > 0;
      }
      if (isNews && untold.size > 0) await tell(ground);
    },
    /** Tells what was not told yet. */
    async close(ground: Ground): Promise<void> {
      if (untold.size > 0) await tell(ground);
    },
  };
}

function sumOf(
  known: HeardOutcome | undefined,
  { takenCount, putOffCount, code }: HeardOutcome,
): HeardOutcome {
  if (!known) return { takenCount, putOffCount, code };
  return {
    takenCount: known.takenCount + takenCount,
    putOffCount: known.putOffCount + putOffCount,
    code: known.code ?? code,
  };
}
