import { contextFor } from '@groundwork/features/context';
import { COUNTED_UP_TO, findSiteStatus } from '@groundwork/features/stewardship/statuses/queries';
import { loadSettings } from '@groundwork/settings';
import { countOf, momentOf } from '../figures.ts';
import { quiet, withSite } from '../house.ts';
import { unlessAborted } from '../site.ts';
import type { VerbAction, Output } from '../verb.ts';

type Status = Awaited<ReturnType<typeof findSiteStatus>>;

export const stats: VerbAction = async (_asked, output, { env, signal }) => {
  const settings = quiet(loadSettings(env));
  const status = await withSite(settings, signal, (house) =>
    unlessAborted(signal, findSiteStatus(contextFor(house))),
  );
  print(status, output);
  output.result(status);
};

function print({ site, version, counts, queue, mail, backup, storage }: Status, { say }: Output) {
  const alive = queue.workers.filter(({ isAlive, hasLeft }) => isAlive && !hasLeft);
  say(`${site.isSetUp ? site.name : 'A site that is not set up yet'}, Groundwork ${version}`);
  say('');
  for (const [name, count] of Object.entries(counts))
    line(name, `${count > COUNTED_UP_TO ? 'about ' : ''}${count.toLocaleString('en')}`);
  line(
    'jobs',
    `${(queue.undelivered + (alive[0]?.waitingCount ?? 0)).toLocaleString('en')} waiting, ${countOf(alive.length, 'worker')} at work`,
  );
  const unsent = mail.keptToday > 0 ? `, ${mail.keptToday} kept in the Outbox for want of SMTP_URL` : '';
  line(
    'mail',
    `${mail.waiting} waiting, ${mail.sentToday} sent and ${mail.refusedToday} refused in a day${unsent}`,
  );
  line('last backup', backup.lastDoneAt ? momentOf(backup.lastDoneAt) : 'none');
  line('database', gigabytes(storage.databaseBytes));
  line('disk', `${gigabytes(storage.diskFreeBytes)} free of ${gigabytes(storage.diskBytes)}`);

  function line(name: string, figure: string) {
    say(`${name.padEnd(12)} ${figure}`);
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toLocaleString('en', { maximumFractionDigits: 2 })} GB`;
}
