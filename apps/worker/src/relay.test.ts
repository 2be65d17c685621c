import { record } from '@groundwork/database/journal';
import { aSite } from '@groundwork/features/testing';
import { openLog } from '@groundwork/processes/log';
import { expect, test, vi } from 'vitest';
import { startRelay } from './relay.ts';

test('what is due is asked for while entries keep coming', async () => {
  const { db, databaseUrl } = await aSite({ apart: true });
  const write = () => db.transaction((tx) => record(tx, { kind: 'groups.vouched' }));
  const ask = vi.fn(async () => {});
  await write();
  // Each delivery leaves another entry to deliver, until somebody asked.
  const deliver = async () => {
    if (ask.mock.calls.length === 0) await write();
  };
  const log = openLog('worker', 'silent');
  const relay = await startRelay({ db, databaseUrl, deliver, ask, log });
  await vi.waitFor(() => expect(ask).toHaveBeenCalled(), 5_000);
  await relay.close();
});
