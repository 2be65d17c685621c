import type { Database } from '@groundwork/database';
import { spendAll, type SpendRequest, type SpendOutcome } from './statement.ts';

/**
 * Spends that come while others are being written wait for those, and then go together in one statement: a busy api
 * asks the database a few times per hundred requests, and an idle one at once.
 */
export function spendTogether(db: Database, asks: SpendRequest[]): Promise<SpendOutcome[]> {
  const rounds = open.get(db) ?? new Rounds(db);
  open.set(db, rounds);
  return rounds.join(asks);
}

const open = new WeakMap<Database, Rounds>();

/** Of one statement; its size stays bounded whatever comes. */
const MOST_IN_A_ROUND = 500;

type Waiting = { asks: SpendRequest[]; tell(outcomes: SpendOutcome[]): void; fail(error: unknown): void };

class Rounds {
  readonly #db: Database;
  #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(db: Database) {
    this.#db = db;
  }

  join(asks: SpendRequest[]): Promise<SpendOutcome[]> {
    return new Promise((tell, fail) => {
      this.#waiting.push({ asks, tell, fail });
      if (this.#isRunning) return;
      this.#isRunning = true;
      // Whatever else arrived in this turn of the loop comes along.
      setImmediate(() => void this.#run());
    });
  }

  async #run() {
    while (this.#waiting.length > 0) await this.#runRound(this.#waiting.splice(0, MOST_IN_A_ROUND));
    this.#isRunning = false;
  }

  async #runRound(round: Waiting[]) {
    try {
      const outcomes = await spendAll(
        this.#db,
        round.flatMap(({ asks }) => asks),
      );
      for (const { asks, tell } of round) tell(outcomes.splice(0, asks.length));
    } catch (error) {
      for (const { fail } of round) fail(error);
    }
  }
}
