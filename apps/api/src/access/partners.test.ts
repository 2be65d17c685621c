import { anAccount } from '@groundwork/features/accounts/fixtures';
import { joinCoalition } from '@groundwork/features/coalitions/fixtures';
import { someTerms } from '@groundwork/features/compacts/fixtures';
import { aGroup } from '@groundwork/features/groups/fixtures';
import { aSite, type TestSite } from '@groundwork/features/testing';
import type { Account, Things } from '@groundwork/features/testing/access';
import { expect, test } from 'vitest';
import { neighbourhood } from './neighbourhood.ts';
import { knockAs, rewindingApi } from './walking.ts';

const TIMEOUT_MS = 240_000;

/**
 * What a member of any other group is answered, and what a steward of one that acts together with it: at its public things | at its
 * private ones.
 */
const MORE = {
  // Which of its groups keep a contact budget, which they may know of anyway.
  'GET /coalitions/:slug/budget': '404 200 | 404 200',
  'GET /coalitions/:slug/common-ground': '404 200 | 404 200',
  'GET /coalitions/:slug/councils': '404 200 | 404 200',
  'GET /coalitions/:slug/delegates': '404 200 | 404 200',
};

test(
  'who acts together with a group finds nothing of its people and papers by that, by whichever route',
  async () => {
    const site = await aSite();
    const { cast, open, hidden } = await neighbourhood(site);
    const petra = await anAccount(site, { name: 'Petra' });
    const partner = await aGroup(site, { name: 'Partners', steward: petra });
    for (const things of [open, hidden]) await actTogether(site, { things, by: cast.steward, partner });
    const people = await peopleOf(site, [open, hidden]);
    expect(people.length).toBeGreaterThan(10);
    const { app, routes, rewind } = await rewindingApi(site);
    const [more, told]: [Record<string, string>, string[]] = [{}, []];
    // What opens by a link from somebody's own mail is theirs who hold it.
    for (const route of routes.filter((name) => !name.includes(':sealed'))) {
      const answers: string[] = [];
      for (const things of [open, hidden]) {
        const outside = await knockAs(app, cast.outsider, { route, things });
        await rewind();
        const { status, body } = await knockAs(app, petra, { route, things });
        await rewind();
        answers.push(status === outside.status ? '' : `${outside.status} ${status}`);
        const said = typeof body === 'string' ? body : JSON.stringify(body ?? '');
        if (people.some((one) => said.includes(one))) told.push(route);
      }
      if (answers.some((answer) => answer !== '')) more[route] = answers.join(' | ');
    }
    expect(told).toEqual([]);
    expect(more).toEqual(MORE);
  },
  TIMEOUT_MS,
);

type Pair = { things: Things; by: Account; partner: Awaited<ReturnType<typeof aGroup>> };

/** Both are in one coalition, carry a campaign and an event together, and have an agreement each way. */
async function actTogether(site: TestSite, { things, by, partner }: Pair) {
  const [slug, coalition] = [things['groups/:slug'] ?? '', things['coalitions/:slug'] ?? ''];
  const [ours, theirs] = [site.as(by), site.as(partner.steward)];
  await joinCoalition(site, { slug: coalition, steward: by }, partner);
  for (const [kind, answers] of [
    ['campaigns', 'sponsorships'],
    ['events', 'event-sponsorships'],
  ] as const) {
    const thing = things[`${kind}/:slug`] ?? '';
    await ours.put(`/${kind}/${thing}/sponsors/${partner.slug}`, {});
    const { status } = await theirs.put(`/groups/${partner.slug}/${answers}/${thing}`, { answer: 'yes' });
    expect(status).toBe(204);
  }
  for (const hears of ['ours', 'theirs']) {
    const asked = { ...someTerms, with: partner.slug, hears };
    const { status, body } = await ours.post(`/groups/${slug}/compacts`, asked);
    expect(status).toBe(201);
    const terms = `/groups/${partner.slug}/compacts/${body.id}/terms/1/decision`;
    expect((await theirs.put(terms, { decision: 'agreed' })).status).toBe(204);
  }
}

/** Ids and addresses of everybody whom the groups hold. */
async function peopleOf(site: TestSite, all: Things[]): Promise<string[]> {
  const slugs = all.map((things) => things['groups/:slug'] ?? '');
  const { rows } = await site.db.$client.query<{ id: string; email: string | null }>(
    `select person.id, person.email from people person join groups own on own.id = person.group_id
      where own.slug = any($1)`,
    [slugs],
  );
  return rows.flatMap(({ id, email }) => (email === null ? [id] : [id, email]));
}
