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

/** The same in the mail that asks for a confirmation: to confirm by it proves that address. */
export function askingUrl({ settings }: Site, { id, email }: { id: string; email: string }): string {
  return `${settings.publicUrl}/signatures/${sealedIdFor(settings.secret, SEAL, { id, email })}`;
}
