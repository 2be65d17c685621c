import { isHttpError, redirect, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';

type Place = RequestEvent<{ slug: string }>;

/** What is at a group's address. Where that is an ally, which is no group yet, its own page. */
export async function orAllyAt<T>(event: Place, group: Promise<T>): Promise<T> {
  return orElsewhere(group, async () => {
    const { slug } = await call(event, 'GET /allies/:slug', event.params);
    return `/allies/${slug}`;
  });
}

/** What is at an ally's address. Where it has moved here since, the page of the group that it is. */
export async function orGroupAt<T>(event: Place, ally: Promise<T>): Promise<T> {
  return orElsewhere(ally, async () => {
    const { slug } = await call(event, 'GET /groups/:slug', event.params);
    return `/groups/${slug}`;
  });
}

async function orElsewhere<T>(here: Promise<T>, elsewhere: () => Promise<string>): Promise<T> {
  try {
    return await here;
  } catch (fault) {
    if (!isHttpError(fault, 404)) throw fault;
    const place = await elsewhere().catch((nowhere: unknown) => {
      if (isHttpError(nowhere, 404)) return null;
      throw nowhere;
    });
    if (place === null) throw fault;
    redirect(307, place);
  }
}
