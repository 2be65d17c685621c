import type { Database, Queryable, Transaction } from '@groundwork/database';
import { wakeRelays } from '@groundwork/database/journal';
import type { Files } from '@groundwork/files';
import type { Live, LiveEvent } from '@groundwork/live';
import type { Settings } from '@groundwork/settings';
import type { Language } from '@groundwork/words';

/** Whoever is asking. A stranger has the nil id, which no row ever carries, so queries need no special case. */
export type Viewer = {
  id: string;
  signedIn: boolean;
  sessionId: string | null;
  name: string;
  email: string;
  language: Language;
  timeZone: string;
  isSiteSteward: boolean;
};

/** What every request and every job stands on; made once per process. */
export type House = { db: Database; live: Live; files: Files; settings: Settings & { secret: string } };

/** One asker at one moment: passed first to every query and action. */
export type Context = House & {
  viewer: Viewer;
  /** The language to answer in. */
  language: Language;
  /** Runs a change in one transaction, and speaks to live listeners only after it committed. */
  change<T>(work: (tx: Transaction) => T | Promise<T>): Promise<T>;
  /**
   * Runs a change that is one statement, which commits by itself, and then speaks of what it came to: for what a great many
   * do at once. Nothing that is heard may be noted in it.
   */
  changeAtOnce<T>(statement: (db: Queryable) => Promise<T>, about: (outcome: T) => LiveEvent[]): Promise<T>;
};

export const NOBODY: Viewer = {
  id: '00000000-0000-0000-0000-000000000000',
  signedIn: false,
  sessionId: null,
  name: '',
  email: '',
  language: 'en',
  timeZone: 'UTC',
  isSiteSteward: false,
};

/** A context for one viewer; `language` is what the request asked for, else the viewer's own. */
export function contextFor(
  house: House,
  viewer: Viewer = NOBODY,
  language: Language = viewer.language,
): Context {
  return {
    ...house,
    viewer,
    language,
    change: (work) => change(house, work),
    changeAtOnce: (statement, about) => changeAtOnce(house, statement, about),
  };
}

/**
 * The same asker within a change that is under way: a deed called with it is committed or rolled back with the rest of
 * it. What the deed reads is what was committed before.
 */
export function within(ctx: Context, tx: Transaction): Context {
  return {
    ...ctx,
    change: async (work) => work(tx),
    async changeAtOnce(statement, about) {
      const outcome = await statement(tx);
      for (const event of about(outcome)) speak(tx, event);
      return outcome;
    },
  };
}

/** Tells live listeners of `event.topic`, once this transaction has committed; never if it rolls back. */
export function speak(tx: Transaction, event: LiveEvent): void {
  const waiting = unspoken.get(tx);
  if (!waiting) throw new Error('speak() needs a transaction opened by ctx.change()');
  waiting.push(event);
}

const unspoken = new WeakMap<Transaction, LiveEvent[]>();

async function change<T>({ db, live }: House, work: (tx: Transaction) => T | Promise<T>): Promise<T> {
  const events: LiveEvent[] = [];
  const outcome = await db.transaction(async (tx) => {
    unspoken.set(tx, events);
    try {
      return await work(tx);
    } finally {
      unspoken.delete(tx);
    }
  });
  wakeRelays(db);
  publish(live, events);
  return outcome;
}

async function changeAtOnce<T>(
  { db, live }: House,
  statement: (db: Queryable) => Promise<T>,
  about: (outcome: T) => LiveEvent[],
): Promise<T> {
  const outcome = await statement(db);
  publish(live, about(outcome));
  return outcome;
}

/**
 * Live is best effort: a listener that missed one asks again with its last id, so a failure here loses nothing, and nobody
 * waits until other processes were told.
 */
function publish(live: Live, events: LiveEvent[]) {
  for (const event of events) live.publish(event).catch(() => undefined);
}
