import { setTimeout as pause } from 'node:timers/promises';
import { insist } from '../load/ask.ts';
import type { DiskName, Site } from '../site.ts';
import { HOLD_MS, type Break } from './break.ts';

/** Disks without a free byte, and a mail server in trouble. */
export const servers: Break[] = [
  {
    name: 'database-disk-full',
    what: "PostgreSQL's disk full for 4 s",
    needs: 'disks',
    run: (site) => fillDisk(site, 'database'),
  },
  {
    name: 'wal-disk-full',
    what: "the disk of PostgreSQL's log of changes full for 4 s",
    needs: 'disks',
    run: (site) => fillDisk(site, 'wal'),
  },
  {
    name: 'redis-disk-full',
    what: "Redis's disk full for 4 s",
    needs: 'disks',
    run: (site) => fillDisk(site, 'redis'),
  },
  {
    name: 'uploads-disk-full',
    what: 'the disk for pictures full for 4 s',
    needs: 'disks',
    run: (site) => fillDisk(site, 'uploads'),
  },
  {
    name: 'mail-refuses',
    what: 'mail server: nobody there for 4 s',
    async run({ wires }) {
      wires['worker-mail'].refuse();
      await pause(HOLD_MS);
      wires['worker-mail'].heal();
    },
  },
  {
    name: 'mail-busy',
    what: 'mail server: 421 to everyone for 4 s',
    run: (site) => disturb(site, { greeting: 421 }),
  },
  {
    name: 'mail-not-now',
    what: 'mail server: 451 to every mail for 4 s',
    run: (site) => disturb(site, { receivers: 451 }),
  },
  {
    name: 'mail-unknown',
    what: 'mail server: 550 for one receiver',
    async run({ mailbox }, stage) {
      const { email, name, address } = stage.newcomer();
      mailbox.refuse(email);
      const path = `/campaigns/${stage.campaign.slug}/signatures`;
      await insist(
        stage.url,
        { method: 'POST', path, body: { name, email, updates: false }, address },
        stage.ledger,
      );
      stage.ledger.signed.add(email);
    },
  },
  {
    name: 'mail-dies',
    what: 'mail server: takes the mail, dies before it says so, for 4 s',
    isQuick: true,
    run: (site) => disturb(site, { beforeYes: () => site.wires['worker-mail'].cut() }),
  },
  {
    name: 'mail-slow',
    what: 'mail server: every answer half a second late for 6 s',
    async run({ wires }) {
      wires['worker-mail'].slow(500);
      await pause(1.5 * HOLD_MS);
      wires['worker-mail'].heal();
    },
  },
];

async function fillDisk({ disks }: Site, name: DiskName): Promise<void> {
  const disk = disks?.[name];
  await disk?.fill();
  const filling = setInterval(() => void disk?.fill().catch(() => {}), 500);
  await pause(HOLD_MS);
  clearInterval(filling);
  await disk?.free();
}

type Mood = Parameters<Site['mailbox']['disturb']>[0];

async function disturb({ mailbox, wires }: Site, mood: Mood): Promise<void> {
  mailbox.disturb(mood);
  // Lines that were open already would not see the new greeting.
  wires['worker-mail'].cut();
  await pause(HOLD_MS);
  mailbox.disturb();
}
