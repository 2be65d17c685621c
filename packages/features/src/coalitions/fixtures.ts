import { contextFor, NOBODY, type Context, type House } from '../context.ts';
import { vouch } from '../groups/actions.ts';
import { aGroup, type AGroup } from '../groups/fixtures.ts';
import { findGroup } from '../groups/queries.ts';
import { answerInvitation, inviteToCoalition } from './belonging/actions.ts';
import { nameDelegate } from './delegates/actions.ts';
import { beginCoalition } from './founding/actions.ts';

type Site = { house: House };
type Account = { id: string; name: string; email: string; token: string };

const NEXT_YEAR = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);

/** What somebody is sent for, and until when. */
export const aMandate = { mandate: 'Speak for the tenants, decide with the others.', termEndsOn: NEXT_YEAR };

/** A coalition (public and vouched for unless given otherwise), begun by a group, whose steward is its first. */
export async function aCoalition(
  site: Site,
  {
    home,
    isVouched = true,
    ...options
  }: {
    home?: AGroup;
    isVouched?: boolean;
    name?: string;
    visibility?: 'public' | 'unlisted' | 'private';
  } = {},
) {
  const first = home ?? (await aGroup(site, { name: 'The first group' }));
  const ctx = as(site, first.steward);
  const draft = await beginCoalition(ctx, {
    ...{ name: 'Valley Coalition', group: first.slug, ...aMandate, ...options },
  });
  const { id, name } = await findGroup(ctx, draft);
  if (isVouched) await ctx.change((tx) => vouch(tx, id, first.steward.id));
  const { slug } = await findGroup(ctx, draft);
  return { id, slug, name, home: first, steward: first.steward };
}
export type ACoalition = Awaited<ReturnType<typeof aCoalition>>;

/** Brings a group in: invited by the coalition, with the yes of its own steward. */
export async function joinCoalition(
  site: Site,
  coalition: ACoalition,
  group: Omit<AGroup, 'name'>,
): Promise<void> {
  await inviteToCoalition(as(site, coalition.steward), coalition.slug, { group: group.slug });
  const named = { slug: group.slug, other: coalition.slug };
  await answerInvitation(as(site, group.steward), named, { decision: 'accepted' });
}

/** A member of a group who speaks for it in a coalition from now on. */
export async function aDelegate(site: Site, { coalition, group, account }: Spoken): Promise<void> {
  const named = { slug: group.slug, other: coalition.slug, accountId: account.id };
  await nameDelegate(as(site, group.steward), named, aMandate);
}
type Spoken = { coalition: { slug: string }; group: Omit<AGroup, 'name'>; account: Account };

function as({ house }: Site, { id, name, email }: Account): Context {
  return contextFor(house, { ...NOBODY, id, name, email, signedIn: true });
}
