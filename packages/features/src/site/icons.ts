import { drawIconAside } from '@groundwork/files/cards';
import type { Context } from '../context.ts';
import type { SiteIcon } from './contract.ts';
import { sendDrawn, SITE_COLOURS, type DrawnReply } from './drawn.ts';
import { findSite } from './queries.ts';

/** What stands for this site among the programs of a phone: the first letter of its name, on its colour. */
export async function sendIcon(ctx: Context, icon: SiteIcon, door: DrawnReply) {
  const { name } = await findSite(ctx);
  const isMaskable = icon === 'mask';
  const drawn = { ...SITE_COLOURS, name, size: isMaskable ? 512 : Number(icon), isMaskable };
  return sendDrawn(drawn, { draw: drawIconAside, caching: 'public, max-age=86400' }, door);
}
