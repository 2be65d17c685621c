import { newId } from '@groundwork/database';
import { anEvent } from '@groundwork/features/events/fixtures';
import { aGroup, aMember } from '@groundwork/features/groups/fixtures';
import { openHouse } from '@groundwork/features/house';
import { loadSettings } from '@groundwork/settings';
import { sql } from 'drizzle-orm';
import { deflateSync, crc32 } from 'node:zlib';
import { insist } from './load/ask.ts';
import { openLedger, type Gathering, type Ledger } from './ledger.ts';
import { sortPost, type Post } from './post.ts';
import type { RunningSite } from './site.ts';

/** Where the load happens: what there is to sign, to come to and to talk in, and who comes. */
export type Stage = {
  /** The proxy before the apis. */
  url: string;
  webUrl: string;
  ledger: Ledger;
  post: Post;
  campaign: { id: string; slug: string };
  channel: { id: string };
  /** The event of the hour. */
  gathering: Gathering;
  picture: Buffer;
  /** The session of who runs the events. */
  hostToken: string;
  /** Sessions of members. */
  tokens: string[];
  /** Somebody who was never here before. */
  newcomer(): { n: number; email: string; name: string; address: string };
  /** The next event, with as many places. */
  nextGathering(capacity: number): Promise<void>;
  close(): Promise<void>;
};

const MEMBERS = 6;

/** Sets a site up with a group, a petition and a channel, past the wires: the load begins only afterwards. */
export async function setStage(site: RunningSite): Promise<Stage> {
  const { postgres, redis, env, database, door } = site;
  const settings = loadSettings({ ...env, ...(redis && { REDIS_URL: redis.url }) });
  const { house, close } = await openHouse(settings, postgres.url, { connections: 2 });
  await database.db.execute(
    sql`insert into sites (name, languages, starting_groups) values ('Valley Coalition', '{en}', 'anyone')`,
  );
  const group = await aGroup({ house });
  const members = await Promise.all(Array.from({ length: MEMBERS }, () => aMember({ house }, group)));
  const ledger = openLedger();
  const ask = async (method: string, path: string, body: object = {}) =>
    (await insist(door.url, { method, path, body, token: group.steward.token }, ledger)) as {
      id: string;
      slug: string;
    };
  const draft = await ask('POST', `/groups/${group.slug}/campaigns`, {
    title: 'Keep the branch open',
    ask: 'The council votes.',
    action: 'petition',
  });
  const campaign = await ask('PUT', `/campaigns/${draft.slug}/publication`);
  const channel = await ask('POST', `/groups/${group.slug}/channels`, { name: 'rides' });
  let count = 0;
  const stage: Stage = {
    url: door.url,
    webUrl: env.PUBLIC_URL ?? '',
    ledger,
    post: sortPost(site.mailbox),
    campaign,
    channel,
    gathering: aGathering(newId(), '', 0),
    picture: aPicture(),
    hostToken: group.steward.token,
    tokens: members.map(({ token }) => token),
    newcomer() {
      count += 1;
      const address = `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`;
      // Each from a place of their own: many from one look like a program, and would be held.
      const email = `person${count}@town${count}.example`;
      return { n: count, email, name: `Person ${count}`, address };
    },
    async nextGathering(capacity) {
      const { id, slug } = await anEvent({ house }, { group, capacity });
      stage.gathering = aGathering(id, slug, capacity);
      ledger.gatherings.push(stage.gathering);
    },
    close,
  };
  return stage;
}

function aGathering(id: string, slug: string, capacity: number): Stage['gathering'] {
  return { id, slug, capacity, answered: new Set(), confirmed: new Set(), cancelled: new Set() };
}

/** A PNG of 640 x 480 in bands of grey. */
function aPicture(): Buffer {
  const [width, height] = [640, 480];
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.fill(y & 255, y * (width + 1) + 1, (y + 1) * (width + 1));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, bytes: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), bytes]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
