import { sql } from 'drizzle-orm';
import { aCampaign } from '../../campaigns/fixtures.ts';
import type { NewCampaign } from '../../campaigns/contract.ts';
import type { AGroup } from '../../groups/fixtures.ts';
import type { TestSite } from '../../testing.ts';

/** A published letter of a group, for organizations to sign. */
export async function aLetter(site: TestSite, group: AGroup, written: Partial<NewCampaign> = {}) {
  const campaign = await aCampaign(site, group, group.steward, { action: 'sign_on', ...written });
  return {
    ...campaign,
    /** What it says, as whoever signs sends it. */
    async said(by: { token: string } = group.steward) {
      return (await site.as(by).get(`${campaign.path}/sign-ons/own`)).body.letter as string;
    },
  };
}

/** A letter that its own group has signed, whoever finds the group. */
export async function aSignedLetter(site: TestSite, group: AGroup) {
  const letter = await aLetter(site, group);
  await site.db.execute(sql`
    insert into campaign_sign_ons (campaign_id, group_id, signed_as, decision, decided_on)
    values (${letter.id}, ${group.id}, 'As it was', 'The assembly.', '2026-01-04')`);
  return letter;
}

export const aDecision = { decision: 'Our general assembly, 41 to 3.', decidedOn: '2026-01-04' };
