import { contextFor } from '@groundwork/features/context';
import { openHouse } from '@groundwork/features/house';
import { findSiteStatus } from '@groundwork/features/stewardship/queries';
import { loadSettings } from '@groundwork/settings';
import { withDatabase } from '../site.ts';
import type { Output, Verb } from '../verb.ts';

type Status = Awaited<ReturnType<typeof findSiteStatus>>;

export const stats: Verb = {
  usage: 'groundwork stats',
  summary: 'Says how much there is, what waits, and how much room is left.',
  options: {},
  async run(_asked, output) {
    const settings = loadSettings(process.env);
    const status = await withDatabase(settings, async (databaseUrl) => {
      const { house, close } = await openHouse(settings, databaseUrl, { connections: 4 });
      return findSiteStatus(contextFor(house)).finally(close);
    });
    print(status, output);
    output.result(status);
  },
};

function print({ site, version, counts, queue, mail, backup, storage }: Status, { say }: Output) {
  const alive = queue.workers.filter(({ isAlive }) => isAlive);
  say(`${site.isSetUp ? site.name : 'A site that is not set up yet'}, Groundwork ${version}`);
  say('');
  // Counted by the database's own statistics: exact enough, and as quick at ten million.
  for (const [name, count] of Object.entries(counts)) line(name, `about ${count.toLocaleString('en')}`);
  line('jobs', `${queue.undelivered + (alive[0]?.waitingCount ?? 0)} waiting, ${alive.length} workers alive`);
  line('mail', `${mail.waiting} waiting, ${mail.sentToday} sent and ${mail.refusedToday} refused in a day`);
  line('last backup', backup.lastDoneAt ? backup.lastDoneAt.toISOString() : 'none');
  line('database', gigabytes(storage.databaseBytes));
  line('disk', `${gigabytes(storage.diskFreeBytes)} free of ${gigabytes(storage.diskBytes)}`);

  function line(name: string, figure: string) {
    say(`${name.padEnd(12)} ${figure}`);
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toLocaleString('en', { maximumFractionDigits: 2 })} GB`;
}
