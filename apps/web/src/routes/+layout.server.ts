import { PUBLIC_URL } from '$app/env/private';
import { call } from '#lib/api/api.server.ts';
import { unsentForm } from '#lib/unsent/unsent.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { viewer, site, language, words, sent } = event.locals;
  return {
    viewer,
    site,
    language,
    timeZone: words.timeZone,
    publicUrl: PUBLIC_URL,
    kept: sent ? unsentForm(sent) : null,
    waiting: viewer ? await countWaiting(event) : NOTHING,
  };
};

const NOTHING = { count: 0 };

/** How much waits for whoever is signed in. A page stands without it. */
async function countWaiting(event: Parameters<LayoutServerLoad>[0]) {
  try {
    return await call(event, 'GET /waiting/count');
  } catch {
    return NOTHING;
  }
}
