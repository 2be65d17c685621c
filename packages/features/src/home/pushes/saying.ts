import { direction, say, type Language } from '@groundwork/words';
import type { House } from '../../context.ts';

/** What a phone is rung for: `title` null where it must not be said; without `things` its owner tries it. */
export type Ringing = {
  language: Language;
  siteName: string;
  things: { title: string | null; path: string | null }[];
  /** How much waits. */
  count: number;
};

/**
 * What a phone shows, as browsers show it by themselves (Declarative Web Push) and as our service worker reads it. Unless its
 * owner asked for more it says that there is something, and where.
 */
export function ringingText({ settings }: Pick<House, 'settings'>, ringing: Ringing): string {
  const { language, things, count } = ringing;
  const [thing, ...more] = things;
  const path = thing && more.length === 0 ? (thing.path ?? '/notices') : '/home';
  return JSON.stringify({
    web_push: 8030,
    notification: {
      title: withinBytes(titleOf(ringing), LONGEST_TITLE),
      navigate: settings.publicUrl + (path.length <= LONGEST_PATH ? path : '/notices'),
      ...{ lang: language, dir: direction(language), app_badge: String(count) },
    },
    app_badge: count,
  });
}

/** In bytes: with the address, and every sign of it escaped, it is within what is encrypted. */
const LONGEST_TITLE = 500;
const LONGEST_PATH = 400;

function titleOf({ language, siteName: site, things }: Ringing): string {
  const [thing, ...more] = things;
  if (!thing) return say(language, 'pushes.try.title', { site });
  if (things.some(({ title }) => title === null)) return say(language, 'mail.little.subject', { site });
  if (more.length > 0) return say(language, 'mail.digest.subject', { count: things.length, site });
  return thing.title ?? '';
}

function withinBytes(text: string, most: number): string {
  const bytes = Buffer.from(text);
  // What was cut within a sign ends in one that is none.
  return bytes.length <= most
    ? text
    : `${bytes
        .subarray(0, most)
        .toString()
        .replace(/\uFFFD$/, '')}…`;
}
