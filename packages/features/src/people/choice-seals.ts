import type { House } from '../context.ts';
import { openSealedId, sealedId } from '../site/tokens.ts';

type Sealing = Pick<House, 'settings'>;

/**
 * What opens the choice of one campaign's letters to a person: it stands in the letters of that campaign, and names none
 * but that. The link that ends all mail stands in every letter, also in those of a group that were passed on.
 */
export function campaignChoice({ settings }: Sealing, personId: string, campaignId: string): string {
  return sealedId(settings.secret, purposeFor(personId), campaignId);
}

/** What opens the choice among all that they signed: where somebody showed that they read the mail there. */
export function wholeChoice(sealing: Sealing, personId: string): string {
  return campaignChoice(sealing, personId, personId);
}

/** The campaign of a choice, `all`, or null where the seal is not ours, or another's. */
export function openChoice({ settings }: Sealing, personId: string, sealed: string): string | null {
  const id = openSealedId(settings.secret, purposeFor(personId), sealed);
  return id === personId ? 'all' : id;
}

function purposeFor(personId: string): string {
  return `campaign-choice:${personId}`;
}
