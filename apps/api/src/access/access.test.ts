import { rewindingDatabase } from '@groundwork/database/testing/rewinding';
import { aSite, type TestSite } from '@groundwork/features/testing';
import { expect, onTestFinished, test } from 'vitest';
import { buildApi } from '../api.ts';
import { expected } from './expected.ts';
import { knocks } from './knocks.ts';
import { neighbourhood, type Account, type Ways } from './neighbourhood.ts';
import { knock, listRoutes, sealedFor } from './walking.ts';

// Some 2,300 knocks.
const TIMEOUT_MS = 240_000;

test(
  'every route answers every viewer as the table says, for public and for private things',
  async () => {
    const site = await aSite();
    const { routes, answers } = await walk(site);
    expect(Object.keys(knocks).sort(), 'a way to knock at every route').toEqual(routes);
    expect(answers).toEqual(expected);
  },
  TIMEOUT_MS,
);

/** Knocks at every route of a running api as everyone, at public and private things, and takes each deed back. */
async function walk(site: TestSite) {
  const { cast, open, hidden } = await neighbourhood(site);
  const sealed = await sealedFor(site, open);
  const siteId = await siteThings(site, cast.siteSteward);
  const database = await rewindingDatabase(site.databaseUrl);
  const { app, routes } = await listRoutes((onRoute) =>
    buildApi({ ...site.house, db: database.db }, { onRoute }),
  );
  onTestFinished(async () => {
    await app.close();
    await database.close();
  });
  const { newcomer, member, organizer, steward, outsider, banned, siteSteward } = cast;
  const viewers = [null, newcomer, member, organizer, steward, outsider, banned, siteSteward];
  const answers: Record<string, string> = {};
  for (const route of routes) {
    const statusesFor = async (ways: Ways) => {
      const statuses: number[] = [];
      for (const viewer of viewers) {
        const asked = { ways, sealed, siteId, bannedId: banned.id, viewer };
        statuses.push((await knock(app, viewer, { route, ...knocks[route](asked) })).status);
        await database.rewind();
      }
      return statuses.join(' ');
    };
    const atPublic = await statusesFor(open);
    const atPrivate = await statusesFor(hidden);
    answers[route] = atPublic === atPrivate ? atPublic : `${atPublic} | ${atPrivate}`;
  }
  return { routes, answers };
}

async function siteThings(site: TestSite, siteSteward: Account) {
  const asker = site.as(siteSteward);
  await asker.post('/site/invitations', { email: 'guest@example.org' });
  const invitations = await asker.get('/site/invitations');
  const outbox = await asker.get('/site/outbox');
  return { invitation: invitations.body.rows[0].id as string, mail: outbox.body.rows[0].id as string };
}
