import type { ShownPeople, ShownQuery } from '@groundwork/features/segments/people-views/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call, pass } from '#lib/api/api.server.ts';
import { ApiRefusal } from '#lib/api/refusal.ts';

type Asked = Omit<ShownQuery, 'from'> & { slug: string; from: string };
type Found = { found: ShownPeople; oddFrom: string | null };

/** The people who are asked for; where they were to begin at a day that is none, from the first on, with what to say of it. */
export async function findPeopleFrom(event: RequestEvent, asked: Asked): Promise<Found> {
  const oddFrom = asked.from ? await refusalOfFrom(event, asked) : null;
  const from = oddFrom === null ? asked.from : '';
  return { found: await call(event, 'GET /groups/:slug/people', { ...asked, from }), oddFrom };
}

/** Only what is wrong with where it begins: of anything else, whoever asks for the people hears. */
async function refusalOfFrom(event: RequestEvent, { slug, order, from }: Asked): Promise<string | null> {
  try {
    await pass(event, 'GET /groups/:slug/people', { slug, order, from, limit: 1 });
    return null;
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return error.fields.find(({ name }) => name === 'from')?.message ?? null;
  }
}
