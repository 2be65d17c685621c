import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { quoted } from './dump.ts';
import type { ManifestHeader } from './manifest.ts';

/** Takes rows, as COPY writes them; each call rejects with what the database said when it said no. */
export type Filling = { write(bytes: Buffer): Promise<void>; end(): Promise<void> };

export function fillTable(client: pg.Client, { name, columns }: ManifestHeader['tables'][number]): Filling {
  const stream = client.query(copyFrom(`copy public."${name}" (${quoted(columns)}) from stdin`));
  const ended = finished(stream);
  // Whoever writes next, or waits for its end, is told.
  ended.catch(() => undefined);
  let refusal: Error | undefined;
  stream.on('error', (error: Error) => {
    refusal ??= error;
    // It has let go of its connection, and would break over what it still holds when that drains.
    stream.destroy();
  });
  const mustBeTaken = () => {
    if (refusal) throw refusal;
  };
  return {
    async write(bytes) {
      mustBeTaken();
      if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), ended]);
    },
    async end() {
      mustBeTaken();
      stream.end();
      await ended;
    },
  };
}
