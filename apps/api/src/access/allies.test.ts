import { aSite } from '@groundwork/features/testing';
import { expect, test } from 'vitest';
import { neighbourhood } from './neighbourhood.ts';
import { knockAs, rewindingApi } from './walking.ts';

const TIMEOUT_MS = 120_000;

test(
  'an ally is there as no group, by whichever route, not for who keeps its page nor for the site',
  async () => {
    const site = await aSite();
    const { cast, open } = await neighbourhood(site);
    const ally = open['allies/:slug'] ?? '';
    const things = { ...open, 'groups/:slug': ally, 'groups/:group': ally, 'coalitions/:slug': ally };
    const { app, routes, rewind } = await rewindingApi(site);
    const answers: Record<string, string> = {};
    for (const route of routes.filter((name) => /^\w+ \/(groups|coalitions)\/:slug/.test(name))) {
      const statuses: number[] = [];
      for (const viewer of [cast.newcomer, cast.steward, cast.siteSteward]) {
        statuses.push((await knockAs(app, viewer, { route, things })).status);
        await rewind();
      }
      if (statuses.some((status) => status !== 404)) answers[route] = statuses.join(' ');
    }
    expect(answers).toEqual({});
  },
  TIMEOUT_MS,
);
