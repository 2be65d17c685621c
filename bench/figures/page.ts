import { BARE_PAGE, startBarePage } from '../bare-page.ts';
import { atLeast, type Figure } from '../figure.ts';
import { startHttpLoad } from '../load/load.ts';
import { CAMPAIGN } from '../seeding/ids.ts';
import { openSite, startApi, startWeb } from '../site.ts';

export const page: Figure = {
  letter: 'a',
  title: 'The public page of a campaign, as strangers see it, 16 connections',
  async open({ stage, databases, sizes }) {
    const databaseUrl = await databases.seeded(sizes);
    const limit = await startBarePage(stage, databaseUrl);
    const site = await openSite(stage, { databaseUrl });
    const web = await startWeb(stage, site, await startApi(stage, site));
    const load = await startHttpLoad(stage);
    const rate = async (url: string) =>
      (await load({ url, connections: 16, seconds: sizes.seconds, headers: { 'accept-language': 'en' } }))
        .perSecond;
    return [
      {
        name: 'campaign page, anonymous',
        unit: 'requests/s',
        lines: [atLeast(2.5)],
        beside: BARE_PAGE,
        warmsUp: true,
        limit: () => rate(`${limit.url}/`),
        ours: () => rate(`${web.url}/campaigns/${CAMPAIGN}`),
      },
    ];
  },
};
