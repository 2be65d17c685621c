import pg from 'pg';
import { atLeast, type Figure, type Pair } from '../figure.ts';
import type { HttpFound } from '../load/http.ts';
import { startHttpLoad } from '../load/load.ts';
import { startProgram } from '../programs.ts';
import { CAMPAIGN, idOf } from '../seeding/ids.ts';
import { openSite, startApi } from '../site.ts';

const body = (who: string, rest: object = {}) =>
  JSON.stringify({
    name: 'Ana García @n@',
    email: `${who}@n@@mail.test`,
    updates: true,
    showName: true,
    ...rest,
  });

/** A campaign that another group stands with, by whose link people come; and one that its group carries alone. */
const CARRIED = { slug: 'campaign-2', id: idOf('campaign', 2), owner: 'group-2', link: 'riders7' };
const ALONE = 'campaign-3';

export const signing: Figure = {
  letter: 'c',
  title: 'Signatures accepted on one petition, 64 connections',
  async open({ stage, databases, sizes }) {
    const limitUrl = await databases.fresh(stage);
    const limit = await startProgram(stage, 'bench/limits/signing.ts', {
      env: { DATABASE_URL: limitUrl, GROUP_ID: idOf('group', 1), CAMPAIGN_ID: idOf('campaign', 1) },
      ready: '/',
    });
    const databaseUrl = await databases.fresh(stage);
    await carryTogether(databaseUrl);
    const site = await openSite(stage, { databaseUrl });
    const api = await startApi(stage, site);
    const load = await startHttpLoad(stage);
    const amount = sizes.signatures;
    const rates: number[] = [];
    let round = 0;
    const sign = (
      url: string,
      origin: string,
      { typed = body('signer'), turn = round } = {},
    ): Promise<HttpFound> =>
      load({
        url,
        connections: 64,
        amount,
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, 'x-forwarded-for': '@address@' },
        body: typed,
        from: 1 + turn * amount,
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
      throughAnother((slug, typed, turn) =>
        sign(`${api.url}/api/v1/campaigns/${slug}/signatures`, api.url, { typed, turn }),
      ),
    ];
  },
};

type Sign = (slug: string, typed: string, turn: number) => Promise<HttpFound>;

function throughAnother(sign: Sign): Pair {
  const { slug, owner, link } = CARRIED;
  let turn = 0;
  return {
    name: 'signatures through another group’s link',
    unit: 'signatures/s',
    lines: [atLeast(0.9)],
    beside: 'ours, on a campaign that one group carries alone',
    warmsUp: true,
    limit: async () => (await sign(ALONE, body('alone'), turn)).perSecond,
    ours: async () => {
      const found = await sign(slug, body('through', { owner, link }), turn);
      turn += 1;
      return found.perSecond;
    },
  };
}

/** A second group, that stands with one of the campaigns and has a link to it. */
async function carryTogether(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { id, slug, owner, link } = CARRIED;
  const group = idOf('group', 2);
  await client.query(`
    insert into groups (id, slug, name, summary, about, joining, member_count, vouched_at)
      values ('${group}', '${owner}', 'Riders', 'Bus riders.', 'We meet.', 'open', 1, now());
    insert into links (id, group_id, code, path, label)
      values ('${idOf('link', 2)}', '${group}', '${link}', '/campaigns/${slug}', 'More buses');
    insert into campaign_sponsors (campaign_id, group_id, accepted_at, accepted_as, link_id)
      values ('${id}', '${group}', now(), 'Riders', '${idOf('link', 2)}');`);
  await client.end();
}
