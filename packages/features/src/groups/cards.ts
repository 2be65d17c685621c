import { AsideBusy as DrawingBusy, drawCardAside, AsideLost } from '@groundwork/files/cards';
import { languages } from '@groundwork/words';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Type, type Static } from 'typebox';
import type { Context } from '../context.ts';
import { Busy } from '../errors.ts';
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

type Door = { asked: Pick<FastifyRequest, 'headers'>; reply: FastifyReply };

/** The picture of a page that has none, or 304; throws Busy (503) while as many wait for theirs as may. */
export async function sendCard(ctx: Context, shown: Shown, { asked, reply }: Door) {
  const { title, line, group, accent, isForAll } = shown;
  const { name: site } = await findSite(ctx);
  const { light: ground, lightInk: ink } = accentOf(accent ?? OWN_ACCENT);
  const card = { ground, ink, title, line, group, site };
  const etag = `"${createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 22)}"`;
  reply.header('cache-control', isForAll ? 'public, max-age=300' : 'private, no-store').header('etag', etag);
  if (asked.headers['if-none-match'] === etag) return void reply.code(304);
  try {
    return Buffer.from(await drawCardAside(card));
  } catch (error) {
    if (error instanceof DrawingBusy || error instanceof AsideLost) throw new Busy();
    throw error;
  }
}

/** Of a group that has chosen no colour: the site's, as in the pages' tokens. */
const OWN_ACCENT = '#b3301a';

/** From this many on a card says how many; fewer say little, and of few much. */
export const TELLING_COUNT = 10;
