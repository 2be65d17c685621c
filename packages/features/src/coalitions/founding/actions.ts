import type { Context } from '../../context.ts';
import { Forbidden } from '../../errors.ts';
import { insertGroup, vouch } from '../../groups/actions.ts';
import { findGroup, mayStartGroups } from '../../groups/queries.ts';
import { note, theGroup } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { take } from '../belonging/actions.ts';
import type { NewCoalition } from '../contract.ts';
import { beginSpeaking, mustBeTerm } from '../delegates/actions.ts';
import { belongingPolicy } from '../policy.ts';
import { coalitions } from '../tables.ts';

/**
 * Begins a coalition with a group of the viewer's, for which they speak and are its first steward. Groups apply; a steward
 * of the site vouches for it as for every group. Answers its address.
 */
export async function beginCoalition(ctx: Context, asked: NewCoalition): Promise<string> {
  const { group: home, mandate, termEndsOn, name, ...rest } = asked;
  mustBeTerm(termEndsOn);
  const group = await findGroup(ctx, home);
  permit(belongingPolicy, 'begin', group);
  const { viewer } = ctx;
  return ctx.change(async (tx) => {
    if (!(await mayStartGroups({ db: tx, viewer }))) throw new Forbidden('groups.starting-closed');
    await spendQuota(ctx, tx, 'groups');
    const { timeZone, language } = viewer;
    const named = { ...rest, name: name.trim(), kind: 'coalition', joining: 'approval' } as const;
    const coalition = { ...named, ...(await insertGroup(tx, { ...named, timeZone, language })) };
    await tx.insert(coalitions).values({ groupId: coalition.id });
    note(tx, ctx, 'groups.created', theGroup(coalition.id));
    await take(tx, ctx, { coalition, group }, { step: 'founded', side: 'group' });
    const spoken = { coalition, group, accountId: viewer.id, mandate: mandate.trim(), termEndsOn };
    await beginSpeaking(tx, ctx, spoken);
    if (viewer.isSiteSteward) await vouch(tx, coalition.id, viewer.id);
    return (await findGroup({ db: tx, viewer }, coalition.slug)).slug;
  });
}
