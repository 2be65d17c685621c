import { AsideBusy as DrawingBusy, AsideLost } from '@groundwork/files/cards';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Busy } from '../errors.ts';

export type DrawnReply = { asked: Pick<FastifyRequest, 'headers'>; reply: FastifyReply };

/** The site's own, as in the tokens of its pages. */
export const SITE_COLOURS = { ground: '#b3301a', ink: '#ffffff' };

/** A picture that is drawn when it is asked for, or 304; throws Busy (503) while as many wait for theirs as may. */
export async function sendDrawn<Picture>(
  picture: Picture,
  { draw, caching }: { draw: (picture: Picture) => Promise<Uint8Array>; caching: string },
  { asked, reply }: DrawnReply,
) {
  const etag = `"${createHash('sha256').update(JSON.stringify(picture)).digest('base64url').slice(0, 22)}"`;
  reply.header('cache-control', caching).header('etag', etag);
  if (asked.headers['if-none-match'] === etag) return void reply.code(304);
  try {
    return Buffer.from(await draw(picture));
  } catch (error) {
    if (error instanceof DrawingBusy || error instanceof AsideLost) throw new Busy();
    throw error;
  }
}
