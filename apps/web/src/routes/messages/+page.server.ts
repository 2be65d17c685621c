import type { PageServerLoad } from './$types';

const DEEDS = ['left', 'blocked'] as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What was just done to a conversation that is not in the list any more, so that it can be undone. */
export const load: PageServerLoad = ({ url }) => {
  const done = DEEDS.find((deed) => UUID.test(url.searchParams.get(deed) ?? '')) ?? null;
  return { done, doneTo: done && url.searchParams.get(done) };
};
