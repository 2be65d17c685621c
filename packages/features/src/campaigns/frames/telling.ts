import type { Transaction } from '@groundwork/database';
import type { Context } from '../../context.ts';
import { listCarriers } from '../../groups/carriers.ts';
import { tell } from '../../notices/actions.ts';
import type { SeenFrame } from './queries.ts';

/** Tells those who publish for the home group that a frame waits for their word. */
export async function tellHomeOfFrame(
  tx: Transaction,
  ctx: Context,
  { campaign, title, tellerName: group }: SeenFrame,
  entryId: string,
): Promise<void> {
  const hearers = await listCarriers(tx, campaign.groupId, 'publish');
  const said = { entryId, title, group, path: `/campaigns/${campaign.slug}/manage#frames` };
  await tell(tx, ctx, 'campaigns.frame-asked', ...hearers.map((hearer) => ({ ...hearer, ...said })));
}

/** Tells those who publish for the group that wrote it what became of it. */
export async function tellTeller(
  tx: Transaction,
  ctx: Context,
  news: 'published' | 'refused' | 'withdrawn',
  { frame, entryId, word }: { frame: SeenFrame; entryId: string; word?: string },
): Promise<void> {
  const { campaign, title, tellerId, tellerSlug } = frame;
  const hearers = await listCarriers(tx, tellerId, 'publish');
  const path = `/groups/${tellerSlug}/campaigns/${campaign.slug}#frames`;
  const said = { entryId, title, group: campaign.groupName, path, ...(word && { word }) };
  await tell(tx, ctx, `campaigns.frame-${news}`, ...hearers.map((hearer) => ({ ...hearer, ...said })));
}
