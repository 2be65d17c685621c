import { connect } from '@groundwork/database';
import { testDatabase } from '@groundwork/database/testing';
import { aPublishedCampaign } from '@groundwork/features/campaigns/fixtures';
import { aGroup, aMember } from '@groundwork/features/groups/fixtures';
import { openHouse } from '@groundwork/features/house';
import { aChannel } from '@groundwork/features/messaging/fixtures';
import { startMailbox } from '@groundwork/mail/testing';
import { loadSettings } from '@groundwork/settings';
import { sql } from 'drizzle-orm';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { writeDownPeople } from './heard.ts';

type Place = { url?: string; redisUrl?: string };

/** A migrated database with a campaign to sign and a channel to talk in, and the settings of its processes. */
export async function aBusySite({ url, redisUrl }: Place = {}) {
  const place = url ?? (await aDatabase());
  const mailbox = await startMailbox();
  const dataDir = await mkdtemp(join(tmpdir(), 'groundwork-kill-'));
  const env = {
    DATABASE_URL: place,
    DATA_DIR: dataDir,
    SECRET: 'a secret that only the kill tests know',
    SMTP_URL: mailbox.url,
    // Thousands a minute, none of whom does any work.
    PROOF_PAST: '1000000',
    ...(redisUrl && { REDIS_URL: redisUrl }),
  };
  const { house, close } = await openHouse(loadSettings(env), place);
  const { db, close: disconnect } = connect(place);
  onTestFinished(async () => {
    await writeDownPeople(db);
    await close();
    await disconnect();
    await mailbox.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  await db.execute(
    sql`insert into sites (name, languages, starting_groups) values ('Valley Coalition', '{en}', 'anyone')`,
  );
  const group = await aGroup({ house });
  // Enough of them that nobody talks faster than people may.
  const members = await Promise.all(Array.from({ length: 8 }, () => aMember({ house }, group)));
  const campaign = await aPublishedCampaign({ house }, group);
  const channel = await aChannel({ house }, { by: group.steward, slug: group.slug });
  const tokens = members.map(({ token }) => token);
  return { env, mailbox, db, group, tokens, campaign, channel };
}

async function aDatabase() {
  const { url, close } = await testDatabase();
  onTestFinished(close);
  return url;
}

/** Asks for the signature of the nth person. */
export function signing({ slug }: { slug: string }, n: number) {
  const body = { name: `Person ${n}`, email: `person${n}@example.org`, updates: true };
  return { method: 'POST', path: `/campaigns/${slug}/signatures`, body };
}

/** Asks to say the nth line in a channel. */
export function message(
  { id: channelId }: { id: string },
  { id = '', token = '' }: { id?: string; token?: string },
  n: number,
) {
  return { method: 'POST', path: `/channels/${channelId}/messages`, body: { id, body: `Line ${n}` }, token };
}
