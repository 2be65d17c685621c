import { BARE_PAGE, startBarePage } from './bare-page.ts';
import type { Figure } from './figure.ts';
import { startHttpLoad } from './load/load.ts';
import { Refusal } from './options.ts';

/** Whatever else runs on this machine, loaded as our public page is, beside the same bare page. */
export function peersAt(addresses: string[]): Figure {
  return {
    letter: '-',
    title: 'What answers at other addresses, 16 connections',
    async open({ stage, databases, sizes }) {
      await Promise.all(addresses.map(mustAnswer));
      const bare = await startBarePage(stage, await databases.seeded(sizes));
      const load = await startHttpLoad(stage);
      const rate = async (url: string) =>
        (await load({ url, connections: 16, seconds: sizes.seconds })).perSecond;
      return addresses.map((url) => ({
        name: url,
        unit: 'requests/s',
        lines: [],
        beside: BARE_PAGE,
        warmsUp: true,
        limit: () => rate(`${bare.url}/`),
        ours: () => rate(url),
      }));
    },
  };
}

async function mustAnswer(url: string) {
  const answer = await fetch(url).catch(() => null);
  await answer?.body?.cancel();
  if (!answer?.ok) throw new Refusal(`${url} does not answer well (${answer?.status ?? 'nobody is there'}).`);
}
