import type { CampaignRow } from '@groundwork/features/campaigns/contract';
import { LENGTHS } from '@groundwork/features/lengths';

type Campaign = Pick<CampaignRow, 'id' | 'slug' | 'action'>;

/** The line that leaves all who signed a campaign, or pledged, and nobody else. */
export function linesOf({ id, action }: Pick<Campaign, 'id' | 'action'>): string {
  return `add:${action === 'pledge' ? 'pledged' : 'signed'}:campaign=${id}`;
}

/** News of a campaign as a mailing to them begins with it: its card stands at the end, where there is room. */
export function letterOf(campaign: Campaign, { title, body }: { title: string; body: string }) {
  const whole = `${body.trimEnd()}\n\n{{petition ${campaign.slug}}}`;
  return {
    lines: linesOf(campaign),
    subject: title,
    body: whole.length > LENGTHS.page ? body : whole,
  };
}
