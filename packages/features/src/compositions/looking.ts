import type { Context } from '../context.ts';
import { note } from '../journal.ts';
import { tell } from '../notices/actions.ts';
import { changeComposition, setOf, type CompositionPlace } from './changing.ts';
import { findColleagues } from './colleagues.ts';
import type { SeenComposition } from './queries.ts';
import { countReached } from './reach.ts';

/** Asks the others of the group who write its mailings to look at one before it goes to many. */
export async function askForLook(ctx: Context, place: CompositionPlace): Promise<void> {
  await changeComposition(ctx, place, 'askForLook', async (tx, composition) => {
    const { id, groupId, campaignId } = composition;
    const askedAt = new Date();
    const nobody = { lookGivenBy: null, lookGivenAt: null, lookedAt: null, lookedCount: null };
    await setOf(tx, id, { lookAskedBy: ctx.viewer.id, lookAskedAt: askedAt, ...nobody });
    const [own] = await findColleagues(tx, { groupId, campaignId, ids: [ctx.viewer.id] });
    const about = aboutOf(composition);
    const asker = own?.name ?? '';
    const others = (await findColleagues(tx, { groupId })).filter((one) => one.id !== ctx.viewer.id);
    const notices = others.map(({ id: account, email, language }) => ({
      ...{ to: { account, email, language }, about, asker, askedAt },
    }));
    await tell(tx, ctx, 'compositions.look-asked', ...notices);
    note(tx, ctx, 'compositions.look-asked', { groupId, id });
  });
}

/** Says yes to one as it reads and to whom it goes now. */
export async function giveLook(ctx: Context, place: CompositionPlace): Promise<void> {
  await changeComposition(ctx, place, 'giveLook', async (tx, composition) => {
    const { id, groupId, said: lookedAt } = composition;
    const lookedCount = await countReached(tx, composition);
    await setOf(tx, id, { lookGivenBy: ctx.viewer.id, lookGivenAt: new Date(), lookedAt, lookedCount });
    note(tx, ctx, 'compositions.look-given', { groupId, id });
  });
}

function aboutOf({ id, groupId, subject, group }: SeenComposition) {
  return { id, groupId, subject: subject ?? '', groupName: group.name, slug: group.slug };
}
