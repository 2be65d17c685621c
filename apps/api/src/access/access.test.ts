import { expected } from '@groundwork/features/access';
import { aSite, type TestSite } from '@groundwork/features/testing';
import type { Things } from '@groundwork/features/testing/access';
import { expect, test } from 'vitest';
import { neighbourhood } from './neighbourhood.ts';
import { knockAs, rewindingApi } from './walking.ts';

// Some 2,300 knocks.
const TIMEOUT_MS = 240_000;

test(
  'every route answers every viewer as the table says, for public and for private things',
  async () => {
    const site = await aSite();
    const { routes, answers } = await walk(site);
    expect(Object.keys(expected).sort(), 'a line for every route').toEqual(routes);
    expect(answers).toEqual(expected);
  },
  TIMEOUT_MS,
);

/** Knocks at every route of a running api as everyone, at public and private things, and takes each deed back. */
async function walk(site: TestSite) {
  const { cast, open, hidden } = await neighbourhood(site);
  const { app, routes, rewind } = await rewindingApi(site);
  const { newcomer, member, organizer, steward, outsider, banned, siteSteward } = cast;
  const viewers = [null, newcomer, member, organizer, steward, outsider, banned, siteSteward];
  const answers: Record<string, string> = {};
  for (const route of routes) {
    const statusesAt = async (things: Things) => {
      const statuses: number[] = [];
      for (const viewer of viewers) {
        statuses.push((await knockAs(app, viewer, { route, things })).status);
        await rewind();
      }
      return statuses.join(' ');
    };
    const atPublic = await statusesAt(open);
    const atPrivate = await statusesAt(hidden);
    answers[route] = atPublic === atPrivate ? atPublic : `${atPublic} | ${atPrivate}`;
  }
  return { routes, answers };
}
