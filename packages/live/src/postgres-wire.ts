import { listenTo } from '@groundwork/database/listening';
import type { Ears, Wire } from './live.ts';

/** Over LISTEN and NOTIFY, on one connection. */
export async function openPostgresWire(url: string, ears: Ears): Promise<Wire> {
  const { notify, close } = await listenTo('groundwork_live', url, ears).catch((cause: unknown) => {
    throw new Error('Live updates need PostgreSQL, and it does not answer.', { cause });
  });
  return { send: notify, close };
}
