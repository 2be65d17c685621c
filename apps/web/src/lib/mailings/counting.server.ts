import type {
  CheckView,
  Preview,
  CompositionReach,
  VariantName,
} from '@groundwork/features/compositions/contract';
import type { Language } from '@groundwork/words/languages';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { nullFor } from './refusals.server.ts';

type Event = RequestEvent<{ slug: string; mailingId: string }>;
/** What takes as long as counting a group's people does: null is not known yet. */
export type Counted = { reach: CompositionReach | null; checks: CheckView[] | null };

/** So long a page waits for a count; whoever asks for it waits longer. */
const PATIENCE_MS = 400;
const MOST_MS = 25_000;

/** How many get a mailing and what was looked at, as far as it is known by when a page is due. */
export async function countSoon(event: Event, isWaitedFor: boolean): Promise<Counted> {
  const [reach, checks] = await Promise.all([
    soon(isWaitedFor, (options) => reachOf(event, options)),
    soon(isWaitedFor, (options) => checksOf(event, options)),
  ]);
  return { reach, checks };
}

/** What was looked at alone: of a letter that a ladder sends nobody knows whom it will reach. */
export async function checkSoon(event: Event, isWaitedFor: boolean): Promise<Counted> {
  return { reach: null, checks: await soon(isWaitedFor, (options) => checksOf(event, options)) };
}

type Patience = { timeoutMilliseconds: number };

/** What is asked for, if it is known by when a page is due; null: not yet. */
export function soon<T>(isWaitedFor: boolean, ask: (patience: Patience) => Promise<T>): Promise<T | null> {
  return unless(late(isWaitedFor ? MOST_MS : PATIENCE_MS), ask({ timeoutMilliseconds: MOST_MS }));
}

/** One mail of it as readers of a language get it; null as long as nothing is written. */
export function previewSoon(
  event: Event,
  which: { variant: VariantName; language: Language },
): Promise<Preview | null> {
  const asked = { ...event.params, ...which };
  return nullFor([409], call(event, 'GET /groups/:slug/mailings/:mailingId/preview', asked));
}

/** Not known while counting takes too long, or while the api is away: the page goes without. */
const UNKNOWN = [409, 503];

function reachOf(event: Event, options: Patience): Promise<CompositionReach | null> {
  const name = 'GET /groups/:slug/mailings/:mailingId/reach' as const;
  return nullFor(UNKNOWN, call(event, name, event.params, undefined, options));
}

async function checksOf(event: Event, options: Patience): Promise<CheckView[] | null> {
  const name = 'GET /groups/:slug/mailings/:mailingId/checks' as const;
  const found = await nullFor(UNKNOWN, call(event, name, event.params, undefined, options));
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
