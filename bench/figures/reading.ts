import { atMost, type Figure } from '../figure.ts';
import { startHttpLoad } from '../load/load.ts';
import { CAMPAIGN, COALITION, cookieOf, GROUP, idOf } from '../seeding/ids.ts';
import { openSite, startApi } from '../site.ts';
import { startRows } from '../statements.ts';

const SEGMENT = `lines=${encodeURIComponent('add:signed;without:came:times=2;only:mailable')}`;

/** What an organizer and a member read, where the most is. */
const LISTS: { name: string; path: string; isSlow?: boolean; most?: number }[] = [
  { name: 'what waits for somebody, at home', path: '/waiting', most: 1.5 },
  { name: 'how much waits, on every page', path: '/waiting/count', most: 1.5 },
  { name: 'people, newest first', path: `/groups/${GROUP}/people` },
  { name: 'people, the search "garcía 123"', path: `/groups/${GROUP}/people?search=garc%C3%ADa%20123` },
  { name: 'people, the tag "driver"', path: `/groups/${GROUP}/people?lines=only:tagged:tag=driver` },
  { name: 'people, whom three lines leave', path: `/groups/${GROUP}/people?${SEGMENT}` },
  {
    name: 'people, how many each of them leaves',
    path: `/groups/${GROUP}/people-counts?${SEGMENT}`,
    isSlow: true,
  },
  { name: 'one person, opened', path: `/groups/${GROUP}/people/${idOf('person', 7)}` },
  { name: 'signatures, newest first', path: `/campaigns/${CAMPAIGN}/signatures` },
  { name: 'signatures in numbers', path: `/campaigns/${CAMPAIGN}/numbers` },
  { name: 'members', path: `/groups/${GROUP}/members` },
  { name: 'messages, the last of a room', path: `/channels/${idOf('channel', 1)}/messages` },
  { name: 'events of the site, from today', path: '/events' },
  {
    name: 'calendar, events of a month ahead',
    path: `/events?group=${GROUP}&from=${monthAhead()}&limit=100`,
  },
  { name: 'calendar, a group’s feed (.ics)', path: `/groups/${GROUP}/events.ics` },
  { name: 'campaigns', path: '/campaigns' },
  { name: 'groups', path: '/groups' },
  { name: 'a coalition of 300 groups', path: `/coalitions/${COALITION}` },
  { name: 'a coalition, its groups', path: `/coalitions/${COALITION}/groups` },
  { name: 'a coalition, what it fights for', path: `/campaigns?coalition=${COALITION}` },
  { name: 'a coalition, one calendar', path: `/events?coalition=${COALITION}` },
  { name: 'a coalition, its feed (.ics)', path: `/coalitions/${COALITION}/events.ics` },
  { name: 'channels of all groups, and of their coalition', path: '/channels' },
];

export const reading: Figure = {
  letter: 'g',
  title: 'Lists, searches and calendars at size, one after another on one connection',
  async open({ stage, databases, sizes }) {
    const site = await openSite(stage, { databaseUrl: await databases.seeded(sizes) });
    const paths = LISTS.map(({ path }) => path);
    const bare = await startRows(stage, site, paths, cookieOf(1));
    const api = await startApi(stage, site);
    const load = await startHttpLoad(stage);
    const seconds = Math.max(1, sizes.seconds / 4);
    const time = async (url: string, isSlow: boolean) => {
      // A second may be over before the first answer.
      const most = isSlow ? { amount: 3 } : { seconds };
      return (await load({ url, connections: 1, ...most, headers: { cookie: cookieOf(1) } })).p50;
    };
    return LISTS.map(({ name, path, isSlow = false, most = 1.3 }, place) => ({
      name,
      unit: 'ms',
      lines: [atMost(most)],
      beside: 'bare Fastify and pg, the same statements, under names or not: whichever is faster',
      warmsUp: true,
      limit: async () =>
        Math.min(
          await time(`${bare.url}/${place}`, isSlow),
          await time(`${bare.url}/${place}/unnamed`, isSlow),
        ),
      ours: () => time(`${api.url}/api/v1${path}`, isSlow),
    }));
  },
};

function monthAhead() {
  return encodeURIComponent(new Date(Date.now() + 30 * 86_400_000).toISOString());
}
