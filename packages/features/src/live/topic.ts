import type { Queryable } from '@groundwork/database';
import type { Context } from '../context.ts';
import type { LiveRow } from './contract.ts';

type House = { db: Queryable };

/**
 * A kind of thing that is heard live, as its feature's live.ts declares it: who may listen, and what there is to read
 * after a number. All but `findLastSeq` asks nobody's leave: for those whose right to read was just established.
 */
export type Topic<Row extends LiveRow = LiveRow> = {
  /** What the live events of such a thing mean; others mean that one of its rows was changed. */
  events: { added: string; readers: string };
  /** The newest number of one. Throws NotFound for who may not listen. */
  findLastSeq(ctx: Context, id: string): Promise<number>;
  /** The newest number of each of these; what is gone is absent. */
  listLastSeqs(house: House, ids: string[]): Promise<Map<string, number>>;
  /** Those of these accounts who may listen. */
  listReadersAmong(house: House, id: string, accountIds: string[]): Promise<Set<string>>;
  /** The rows after a number, oldest first. */
  listAfter(house: House, id: string, page: { after: number; limit: number }): Promise<Row[]>;
  /** The newest of the rows that were changed after a moment. */
  listChangedSince(house: House, id: string, since: Date): Promise<Row[]>;
  readRow(house: House, rowId: string): Promise<Row | undefined>;
  /** What a brief subscription hears of rows beside the newest number. */
  brief(rows: Row[]): object;
};
