import type { CompositionResults } from '@groundwork/features/compositions/results/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { soon } from './counting.server.ts';
import { nullFor } from './refusals.server.ts';

type Event = RequestEvent<{ slug: string; mailingId: string }>;

/** What came of a mailing, as far as it is known by when its page is due. */
export function resultsSoon(event: Event, isWaitedFor: boolean): Promise<CompositionResults | null> {
  return soon(isWaitedFor, (options) => {
    const name = 'GET /groups/:slug/mailings/:mailingId/results' as const;
    return nullFor([404, 409, 503], call(event, name, event.params, undefined, options));
  });
}
