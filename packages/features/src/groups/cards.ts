import { drawCardAside } from '@groundwork/files/cards';
import { languages } from '@groundwork/words';
import { Type, type Static } from 'typebox';
import type { Context } from '../context.ts';
import { sendDrawn, SITE_COLOURS, type DrawnReply } from '../site/drawn.ts';
import { findSite } from '../site/queries.ts';
import { accentOf } from './accent.ts';

/** A card is in the language of the page that names it, whatever the program that fetches it speaks. */
export const CardQuery = Type.Object({ language: Type.Optional(Type.Enum([...languages])) });

/** What a card says of a page. `isForAll`: strangers may open that page, so that what lies between may keep its card. */
type Shown = {
  title: string;
  line: string;
  group: string;
  accent: string | null;
  isForAll: boolean;
};

/** In what language a card is asked for. */
export function cardLanguage({ language }: Context, asked: { query: Static<typeof CardQuery> }) {
  return asked.query.language ?? language;
}

/** The picture of a page that has none, or 304; throws Busy (503) while as many wait for theirs as may. */
export async function sendCard(ctx: Context, shown: Shown, { asked, reply }: DrawnReply) {
  const { title, line, group, accent, isForAll } = shown;
  const { name: site } = await findSite(ctx);
  const { light: ground, lightInk: ink } = accentOf(accent ?? SITE_COLOURS.ground);
  const card = { ground, ink, title, line, group, site };
  const caching = isForAll ? 'public, max-age=300' : 'private, no-store';
  return sendDrawn(card, { draw: drawCardAside, caching }, { asked, reply });
}

/** From this many on a card says how many; fewer say little, and of few much. */
export const TELLING_COUNT = 10;
