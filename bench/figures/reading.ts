import { atMost, type Bench, type Figure } from '../figure.ts';
import { startHttpLoad } from '../load/load.ts';
import { startProgram } from '../programs.ts';
import { cookieOf, GROUP, idOf } from '../seeding/ids.ts';
import { openSite, startApi, type Site } from '../site.ts';
import { statementsOf } from '../statements.ts';

/** What an organizer and a member read, where the most is. */
const LISTS = [
  { name: 'people, newest first', path: `/groups/${GROUP}/people` },
  { name: 'people, the search "garcía 123"', path: `/groups/${GROUP}/people?search=garc%C3%ADa%20123` },
  { name: 'people, the tag "driver"', path: `/groups/${GROUP}/people?tag=driver` },
  { name: 'messages, the last of a room', path: `/channels/${idOf('channel', 1)}/messages` },
];

export const reading: Figure = {
  letter: 'g',
  title: 'Lists and searches at size, one after another on one connection',
  async open({ stage, databases, sizes }) {
    const databaseUrl = await databases.seeded(sizes);
    const site = await openSite(stage, { databaseUrl });
    const api = await startApi(stage, site);
    const load = await startHttpLoad(stage);
    const time = async (url: string) =>
      (await load({ url, connections: 1, seconds: sizes.seconds / 2, headers: { cookie: cookieOf(1) } })).p50;
    return Promise.all(
      LISTS.map(async ({ name, path }) => {
        const limit = await startBare(stage, site, path);
        return {
          name,
          unit: 'ms',
          line: atMost(1.5),
          beside: 'bare Fastify and pg, the same statements under names',
          limit: () => time(limit.url),
          ours: () => time(`${api.url}/api/v1${path}`),
        };
      }),
    );
  },
};

async function startBare(stage: Bench['stage'], { env }: Site, path: string) {
  const statements = await statementsOf(env, path, cookieOf(1));
  return startProgram(stage, 'bench/limits/rows.ts', {
    env: { DATABASE_URL: env.DATABASE_URL ?? '', STATEMENTS: JSON.stringify(statements) },
  });
}
