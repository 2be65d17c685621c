import { atLeast, type Figure } from '../figure.ts';
import type { HttpFound } from '../load/http.ts';
import { startHttpLoad } from '../load/load.ts';
import { startProgram } from '../programs.ts';
import { CAMPAIGN, idOf } from '../seeding/ids.ts';
import { openSite, startApi } from '../site.ts';

const BODY = JSON.stringify({
  name: 'Ana García @n@',
  email: 'signer@n@@mail.test',
  updates: true,
  showName: true,
});

export const signing: Figure = {
  letter: 'c',
  title: 'Signatures accepted on one petition, 64 connections',
  async open({ stage, databases, sizes }) {
    const limitUrl = await databases.fresh(stage);
    const limit = await startProgram(stage, 'bench/limits/signing.ts', {
      env: { DATABASE_URL: limitUrl, GROUP_ID: idOf('group', 1), CAMPAIGN_ID: idOf('campaign', 1) },
      ready: '/',
    });
    const site = await openSite(stage, { databaseUrl: await databases.fresh(stage) });
    const api = await startApi(stage, site);
    const load = await startHttpLoad(stage);
    const amount = sizes.signatures;
    const rates: number[] = [];
    let round = 0;
    const sign = (url: string, origin: string): Promise<HttpFound> =>
      load({
        url,
        connections: 64,
        amount,
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, 'x-forwarded-for': '@address@' },
        body: BODY,
        from: 1 + round * amount,
      });
    return [
      {
        name: 'signatures with person, history, mail and journal',
        unit: 'signatures/s',
        lines: [atLeast(0.7)],
        beside: 'bare Fastify and pg, the same rows in one transaction',
        warmsUp: true,
        limit: async () => (await sign(`${limit.url}/`, limit.url)).perSecond,
        ours: async () => {
          const found = await sign(`${api.url}/api/v1/campaigns/${CAMPAIGN}/signatures`, api.url);
          round += 1;
          rates.push(found.perSecond);
          return found.perSecond;
        },
      },
      {
        name: `the last ${amount.toLocaleString('en')} signatures beside the first`,
        unit: 'signatures/s',
        lines: [atLeast(0.9)],
        beside: 'ours, once warm',
        rounds: 1,
        limit: async () => rates[1] ?? 0,
        ours: async () => rates.at(-1) ?? 0,
      },
    ];
  },
};
