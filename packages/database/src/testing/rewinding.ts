import pg from 'pg';
import { databaseOver, type Database } from '../database.ts';

/**
 * A database in which whatever was tried can be taken back: `rewind()` undoes everything since the last one. It is
 * one connection in one transaction that never commits; transactions inside become savepoints.
 */
export async function rewindingDatabase(
  url: string,
): Promise<{ db: Database; rewind(): Promise<void>; close(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('begin');
  await client.query('savepoint rewind_point');
  return {
    db: databaseOver(poolOf(withSavepoints(client))),
    rewind: async () => {
      await client.query('rollback to savepoint rewind_point');
    },
    close: () => client.end(),
  };
}

/** A pool of this one connection, for those who ask a pool for one. */
function poolOf(client: pg.Client): pg.Pool {
  const connection = Object.assign(client, { release: () => undefined });
  return Object.assign(connection, { connect: async () => connection }) as unknown as pg.Pool;
}

/** The same client, to which `begin`, `commit` and `rollback` mean a savepoint inside the one transaction. */
function withSavepoints(client: pg.Client): pg.Client {
  let depth = 0;
  const send = client.query.bind(client) as (...parts: unknown[]) => Promise<unknown>;
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other, as those of a pool that has no other connection free. */
  const ask = (...parts: unknown[]) => {
    const answer = last.then(() => send(...parts));
    last = answer.catch(() => undefined);
    return answer;
  };
  const query = async (asked: string | { text: string }, ...rest: unknown[]) => {
    const text = typeof asked === 'string' ? asked : asked.text;
    if (/^begin/i.test(text)) return ask(`savepoint inner_${++depth}`);
    if (/^rollback$/i.test(text)) return ask(`rollback to savepoint inner_${depth--}`);
    if (!/^commit/i.test(text)) return ask(asked, ...rest);
    // What is deferred to a commit is due now; a savepoint's release alone would not ask for it.
    const released = await ask(
      `set constraints all immediate; set constraints all deferred; release savepoint inner_${depth}`,
    );
    depth -= 1;
    return released;
  };
  return new Proxy(client, {
    get: (target, name) => {
      if (name !== 'query') return Reflect.get(target, name, target);
      // A stream, of a copy, is had at once.
      return (asked: Parameters<typeof query>[0], ...rest: unknown[]) =>
        typeof asked === 'object' && 'submit' in asked ? send(asked) : query(asked, ...rest);
    },
  });
}
