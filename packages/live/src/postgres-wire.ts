import { listenTo } from '@groundwork/database/listening';
import type { WireHandlers, Wire } from './live.ts';

/** Over LISTEN and NOTIFY, on one connection. */
export async function openPostgresWire(url: string, handlers: WireHandlers): Promise<Wire> {
  const { notify, close } = await listenTo('groundwork_live', url, handlers).catch((cause: unknown) => {
    throw new Error('Live updates need PostgreSQL, and it does not answer.', { cause });
  });
  return { send: notify, close };
}
