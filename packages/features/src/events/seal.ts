import type { House } from '../context.ts';
import { sealedId, sealedIdFor } from '../site/tokens.ts';

type Site = Pick<House, 'settings'>;

/** What a link to an RSVP is sealed for. */
export const RSVP_SEAL = 'rsvp';

/** The page under which someone sees, changes and cancels their RSVP, with no account; it never expires. */
export function rsvpUrl(site: Site, rsvpId: string): string {
  return rsvpUrlBy(site, rsvpSeal(site, rsvpId));
}

/** The same of a seal, or of each receiver's of a letter that has a place for it. */
export function rsvpUrlBy({ settings }: Site, seal: string): string {
  return `${settings.publicUrl}/rsvps/${seal}`;
}

/** What stands at the end of `/rsvps/` for this RSVP. */
export function rsvpSeal({ settings }: Site, rsvpId: string): string {
  return sealedId(settings.secret, RSVP_SEAL, rsvpId);
}

/** The same in the mail that asks for a confirmation: to confirm by it proves that address. */
export function rsvpAskingUrl({ settings }: Site, { id, email }: { id: string; email: string }): string {
  return rsvpUrlBy({ settings }, sealedIdFor(settings.secret, RSVP_SEAL, { id, email }));
}
