import type { Browser } from 'playwright-core';
import { BARE_PAGE, startBarePage } from '../bare-page.ts';
import { openBrowser, paint, weigh, type Weight } from '../browser.ts';
import { atMost, ownAtMost, type Figure, type Pair } from '../figure.ts';
import { CAMPAIGN, GROUP } from '../seeding/ids.ts';
import { openSite, startApi, startWeb } from '../site.ts';

export const visits: Figure = {
  letter: 'w',
  title: 'The first visit of each public page in Chromium, on a phone, and on a slow one',
  async open({ stage, databases, sizes }) {
    const databaseUrl = await databases.seeded(sizes);
    const site = await openSite(stage, { databaseUrl });
    const web = await startWeb(stage, site, await startApi(stage, site));
    const bare = await startBarePage(stage, databaseUrl);
    const browser = await openBrowser(stage);
    // The first page of all also starts the browser.
    await weigh(browser, `${bare.url}/`);
    const pages = pagesOf(sizes.events).map((path) => ({ path, url: web.url + path }));
    return [
      ...pages.map(({ path, url }) => wire(browser, path, url)),
      ...(await mosts(browser, pages)),
      ...pages.map(({ path, url }) => ({
        name: `${path}, first paint on a slow phone`,
        unit: 'ms',
        lines: [atMost(1.25)],
        beside: BARE_PAGE,
        limit: () => paint(browser, `${bare.url}/`),
        ours: () => paint(browser, url),
      })),
    ];
  },
};

type Place = { path: string; url: string };

/** What strangers may open, where there is most to see. */
function pagesOf(events: number): string[] {
  // Every tenth event is the large group's, and the second half is still to come.
  const event = `event-${Math.ceil(events / 20 + 1) * 10}`;
  const group = `/groups/${GROUP}`;
  return [
    '/',
    '/groups',
    group,
    `${group}/events`,
    `${group}/campaigns`,
    '/campaigns',
    `/campaigns/${CAMPAIGN}`,
    '/events',
    `/events/${event}`,
    ...['/sign-in', '/open-account', '/reset-password', '/privacy', '/source'],
  ];
}

function wire(browser: Browser, path: string, url: string): Pair {
  return {
    name: `${path}, over the wire`,
    unit: 'kB',
    lines: [ownAtMost(50)],
    beside: '-',
    rounds: 1,
    ours: async () => (await weigh(browser, url)).bytes / 1000,
  };
}

/** Of requests and scripts only the page with the most stands in the table: the others are below it. */
async function mosts(browser: Browser, pages: Place[]): Promise<Pair[]> {
  const weighed: (Place & Weight)[] = [];
  for (const place of pages) weighed.push({ ...place, ...(await weigh(browser, place.url)) });
  const most = (of: 'requests' | 'scriptBytes') =>
    weighed.reduce((worst, one) => (one[of] > worst[of] ? one : worst));
  const row = (of: 'requests' | 'scriptBytes', unit: string, limit: number): Pair => {
    const { path, url } = most(of);
    const share = of === 'scriptBytes' ? 1000 : 1;
    return {
      name: `most of any page: ${path}`,
      unit,
      lines: [ownAtMost(limit)],
      beside: '-',
      rounds: 1,
      ours: async () => (await weigh(browser, url))[of] / share,
    };
  };
  return [row('requests', 'requests', 12), row('scriptBytes', 'kB of script', 0)];
}
