import { createHmac } from 'node:crypto';
import type { House } from '../../context.ts';
import { sealedId, sealedIdFor } from '../../site/tokens.ts';

type Site = Pick<House, 'settings'>;

/** The purpose that seals a signature's link: whoever holds it may confirm and undo that one signature. */
export const SEAL = 'signature';

/** What stands at the end of `/signatures/` for this signature. */
export function signatureSeal({ settings }: Site, id: string): string {
  return sealedId(settings.secret, SEAL, id);
}

/** The page under which someone sees, confirms and undoes their signature, with no account; it never expires. */
export function signatureUrl(site: Site, id: string): string {
  return `${site.settings.publicUrl}/signatures/${signatureSeal(site, id)}`;
}

/** The same for whoever reads the mail of an address: to follow it from there proves that. */
export function signatureSealFor({ settings }: Site, to: { id: string; email: string }): string {
  return sealedIdFor(settings.secret, SEAL, to);
}

/** The page in a mail to that address. */
export function signatureUrlFor(site: Site, to: { id: string; email: string }): string {
  return `${site.settings.publicUrl}/signatures/${signatureSealFor(site, to)}`;
}

/** By what one mailbox is known among the signatures of one campaign, and nowhere else: from it no address can be read. */
export function campaignMailboxKey({ settings }: Site, campaignId: string, email: string): string {
  return createHmac('sha256', settings.secret).update(`mailbox:${campaignId}:${email}`).digest('base64url');
}
