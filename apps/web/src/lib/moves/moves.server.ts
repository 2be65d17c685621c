import type { MoveGreeting } from '@groundwork/features/moves/contract';
import { error, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import type { FormValues } from '#lib/api/forms.ts';

/** A group's move by the id in the page's address. */
export async function findMoveOfPage(event: RequestEvent<{ slug: string; moveId: string }>) {
  const { slug, moveId } = event.params;
  const [group, moves] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /groups/:slug/moves', { slug }),
  ]);
  const move = moves.rows.find(({ id }) => id === moveId);
  if (!move) error(404, event.locals.words.t('error.not-found'));
  return { group, move, can: moves.can };
}

/** What a form says of a place. */
export function placeOf({ kind, name, memberCount, silentOn }: FormValues) {
  return { kind, name, memberCount, silentOn };
}

/** Where whoever came by this link was before, if it leads from a place that the group left. */
export async function greetingOf(
  event: RequestEvent,
  slug: string,
  via: string,
): Promise<MoveGreeting | null> {
  return via === '' ? null : ((await call(event, 'GET /groups/:slug/move-greeting', { slug, via })) ?? null);
}
