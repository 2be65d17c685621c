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
  coalition: Pick<ACoalition, 'slug' | 'steward'>,
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

/** What a coalition tells, to either side; for the test that every notice has its words. */
export function coalitionSamples<To, About extends { id: string }>({ to, about }: { to: To; about: About }) {
  const said = { to, about, group: 'Tenants', coalition: 'Valley' };
  const step = [
    { ...said, stepId: '1', side: 'group' as const, word: '' },
    { ...said, stepId: '2', side: 'coalition' as const, word: 'Welcome.' },
  ];
  const spoken = [{ to, about, coalition: 'Valley', name: 'Ana', on: '2031-05-01', key: about.id }];
  const claimed = ['', 'Welcome.'].map((word, place) => ({ to, about, word, claimId: `${place}` }));
  return {
    'coalitions.applied': step,
    'coalitions.invited': step,
    'coalitions.accepted': step,
    'coalitions.declined': step,
    'coalitions.suspended': step,
    'coalitions.resumed': step,
    'coalitions.left': step,
    'coalitions.ended': step,
    'coalitions.steward-followed': spoken,
    'coalitions.delegate-named': spoken,
    'coalitions.delegate-recalled': spoken,
    'coalitions.delegate-lost': spoken,
    'coalitions.term-soon': spoken,
    'coalitions.term-over': spoken,
    'coalitions.report-due': spoken,
    'coalitions.ally-claimed': [{ to, about, claimId: '1' }],
    'coalitions.claim-accepted': claimed,
    'coalitions.claim-declined': claimed,
    'coalitions.claim-ended': claimed,
    'coalitions.budget-proposed': [
      { to, about, coalition: { name: 'Valley', slug: 'valley' }, count: 3, proposalId: '1' },
    ],
    'coalitions.ally-moved': [{ to, about, ally: 'Riders', claimId: '1' }],
  };
}
