import type { House } from '../../context.ts';
import { sealedId } from '../../site/tokens.ts';

/** What a link to an RSVP is sealed for. */
export const RSVP_SEAL = 'rsvp';

/** The page under which someone sees, changes and cancels their RSVP, with no account; it never expires. */
export function rsvpUrl({ settings }: Pick<House, 'settings'>, rsvpId: string): string {
  return `${settings.publicUrl}/rsvps/${sealedId(settings.secret, RSVP_SEAL, rsvpId)}`;
}
