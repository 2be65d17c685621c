import { atLeast, type Figure } from '../figure.ts';
import { startHttpLoad } from '../load/load.ts';
import { GROUP } from '../seeding/ids.ts';
import { openSite, startApi } from '../site.ts';
import { startRows } from '../statements.ts';

const PATH = `/events?group=${GROUP}&limit=20`;

export const list: Figure = {
  letter: 'b',
  title: 'The api’s list of a group’s next 20 events, 16 connections',
  async open({ stage, databases, sizes }) {
    const site = await openSite(stage, { databaseUrl: await databases.seeded(sizes) });
    const bare = await startRows(stage, site, [PATH]);
    const api = await startApi(stage, site);
    const load = await startHttpLoad(stage);
    const { seconds } = sizes;
    const rate = async (url: string) => (await load({ url, connections: 16, seconds })).perSecond;
    return [
      {
        name: `list of 20 events among ${sizes.events.toLocaleString('en')}`,
        unit: 'requests/s',
        lines: [atLeast(0.8)],
        beside: 'bare Fastify and pg, the same statement under a name',
        warmsUp: true,
        limit: () => rate(`${bare.url}/0`),
        ours: () => rate(`${api.url}/api/v1${PATH}`),
      },
    ];
  },
};
