import { createCampaign, publishCampaign } from '../campaigns/actions.ts';
import type { NewCampaign } from '../campaigns/contract.ts';
import { findCampaign } from '../campaigns/queries.ts';
import { signOn } from '../coalitions/sign-ons/actions.ts';
import { listOwnSignOns } from '../coalitions/sign-ons/queries.ts';
import { castCoalition } from './cast.ts';
import type { Stage } from './opening.ts';

/** The coalition writes a letter, and some of its groups sign it. */
export async function signTogether(stage: Stage): Promise<void> {
  const { key, begun, letter } = castCoalition;
  const coalition = stage.groups.get(key);
  if (!coalition) throw new Error('there is no coalition');
  const ctx = stage.as(begun.by);
  const { signed, issues, ...written } = letter;
  const campaign: NewCampaign = { ...written, action: 'sign_on', issues: [...issues] };
  const draft = await createCampaign(ctx, coalition.slug, campaign);
  await publishCampaign(ctx, draft);
  const { slug } = await findCampaign(ctx, draft);
  for (const { group, by, decision } of signed) {
    const own = stage.as(by);
    const said = await listOwnSignOns(own, slug);
    const decidedOn = new Date(Date.now() - 4 * 86_400_000).toISOString().slice(0, 10);
    const groupSlug = stage.groups.get(group)?.slug ?? group;
    await signOn(own, { groupSlug, slug }, { decision, decidedOn, letter: said.letter });
  }
}
