import type { CheckView, Preview, CompositionReach } from '@groundwork/features/compositions/contract';
import type { Language } from '@groundwork/words/languages';
import type { RequestEvent } from '@sveltejs/kit';
import { call, pass } from '#lib/api/api.server.ts';
import { ApiRefusal } from '#lib/api/refusal.ts';

type Event = RequestEvent<{ slug: string; mailingId: string }>;
/** What takes as long as counting a group's people does: null is not known yet. */
export type Counted = { reach: CompositionReach | null; checks: CheckView[] | null };

/** So long a page waits for a count; whoever asks for it waits longer. */
const PATIENCE_MS = 400;
const MOST_MS = 25_000;

/** How many get a mailing and what was looked at, as far as it is known by when a page is due. */
export async function countSoon(event: Event, isWaitedFor: boolean): Promise<Counted> {
  const milliseconds = isWaitedFor ? MOST_MS : PATIENCE_MS;
  const [reach, checks] = await Promise.all([
    unless(late(milliseconds), reachOf(event)),
    unless(late(milliseconds), checksOf(event)),
  ]);
  return { reach, checks };
}

/** One mail of it as readers of a language get it; null as long as nothing is written. */
export async function previewSoon(event: Event, language: Language): Promise<Preview | null> {
  try {
    const answer = await pass(event, 'GET /groups/:slug/mailings/:mailingId/preview', {
      ...event.params,
      language,
    });
    return (await answer.json()) as Preview;
  } catch (refusal) {
    if (refusal instanceof ApiRefusal && refusal.status === 409) return null;
    throw refusal;
  }
}

/** Counting that came to nothing is not known: the page goes without. */
function reachOf(event: Event): Promise<CompositionReach | null> {
  const options = { timeoutMilliseconds: MOST_MS };
  const name = 'GET /groups/:slug/mailings/:mailingId/reach' as const;
  return call(event, name, event.params, undefined, options).catch(() => null);
}

async function checksOf(event: Event): Promise<CheckView[] | null> {
  const options = { timeoutMilliseconds: MOST_MS };
  const name = 'GET /groups/:slug/mailings/:mailingId/checks' as const;
  const found = await call(event, name, event.params, undefined, options).catch(() => null);
  return found && found.rows;
}

function unless<T>(isLate: Promise<null>, asked: Promise<T>): Promise<T | null> {
  return Promise.race([asked, isLate]);
}

function late(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), milliseconds).unref();
  });
}
