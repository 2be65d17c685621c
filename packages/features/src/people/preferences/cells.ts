import { LENGTHS } from '../../lengths.ts';
import { tidyLine } from '../../texts.ts';
import { MOST_CAMPAIGNS, narrowerPreference, type MailPreference } from './preferring.ts';

const BETWEEN_LIMITS = ':::';
const CAMPAIGN = /^campaign:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}):(.*)$/is;

/**
 * What our own files say of how much somebody wants: `monthly`, `campaign:ID:TITLE`, or several with `:::` between; null where any of
 * it is something else, which nobody takes for a wider yes.
 */
export function limitsIn(cell: string): MailPreference | null {
  const parts = cell.split(BETWEEN_LIMITS).map((part) => part.trim());
  const named = parts.filter((part) => part !== 'monthly').map(campaignIn);
  const campaigns = named.filter((one) => one !== null);
  if (campaigns.length < named.length || campaigns.length > MOST_CAMPAIGNS) return null;
  const unlike = new Map(campaigns.map((one) => [one.id, one]));
  return {
    pace: parts.includes('monthly') ? 'monthly' : null,
    onlyAbout: unlike.size > 0 ? [...unlike.values()] : null,
  };
}

/** What several cells of one row, or of two about the same person, come to; null: nothing that all of them want. */
export function limitsTogether(preferences: MailPreference[]): MailPreference | null {
  return preferences.reduce<MailPreference | null>((one, other) => one && narrowerPreference(one, other), {
    pace: null,
    onlyAbout: null,
  });
}

function campaignIn(part: string): { id: string; title: string } | null {
  const [, id, title] = CAMPAIGN.exec(part) ?? [];
  if (id === undefined || title === undefined) return null;
  return { id: id.toLowerCase(), title: tidyLine(title).slice(0, LENGTHS.title) };
}
