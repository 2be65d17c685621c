import type { House } from '../../context.ts';
import { openText, sealText } from '../../site/tokens.ts';

/** Who signed, as they typed it: proven by nothing. `groupId`: the group that was named to them, whose person they are. */
export type Signer = { campaignId: string; groupId: string; name: string; email: string };

/**
 * What was typed to sign, for the same browser to say again within half an hour, at an event of that campaign, without
 * typing it. Nobody else reads it, and it proves no more than typing does.
 */
export function sealSigner({ settings }: House, { campaignId, groupId, name, email }: Signer): string {
  return sealText(settings.secret, PURPOSE, {
    text: JSON.stringify({ campaignId, groupId, name, email }),
    minutes: 30,
  });
}

/** Null when it is not ours, or half an hour is over. */
export function openSigner({ settings }: House, sealed: string): Signer | null {
  const text = openText(settings.secret, PURPOSE, sealed);
  return text === null ? null : (JSON.parse(text) as Signer);
}

const PURPOSE = 'signer';
