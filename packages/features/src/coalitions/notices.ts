import { say, type Language } from '@groundwork/words';
import { dateFormat } from '@groundwork/words/dates';
import { letterBetween } from '../notices/between.ts';
import type { FromSite, Level, LetterContext, NoticesOf } from '../notices/kinds.ts';

export const coalitionNotices = {
  'coalitions.applied': step('applied', 'decide'),
  'coalitions.invited': step('invited', 'decide'),
  'coalitions.accepted': step('accepted', 'mine'),
  'coalitions.declined': step('declined', 'mine'),
  'coalitions.suspended': step('suspended', 'must'),
  'coalitions.resumed': step('resumed', 'mine'),
  'coalitions.left': step('left', 'mine'),
  'coalitions.ended': step('ended', 'must'),
  'coalitions.steward-followed': followed(),
  'coalitions.delegate-named': delegate('delegate-named', 'mine'),
  'coalitions.delegate-recalled': delegate('delegate-recalled', 'mine'),
  'coalitions.delegate-lost': delegate('delegate-lost', 'decide'),
  'coalitions.term-soon': delegate('term-soon', 'decide'),
  'coalitions.term-over': delegate('term-over', 'decide'),
  'coalitions.report-due': delegate('report-due', 'mine'),
  'coalitions.ally-claimed': claim('ally-claimed', 'decide', (slug) => `/allies/${slug}/manage#claims`),
  'coalitions.claim-accepted': claim('claim-accepted', 'mine', (slug) => `/groups/${slug}`),
  'coalitions.claim-declined': claim('claim-declined', 'mine', (slug) => `/allies/${slug}`),
  // Its page is gone, or not for them to see.
  'coalitions.claim-ended': claim('claim-ended', 'mine', () => '/groups'),
  'coalitions.ally-moved': moved(),
  'coalitions.budget-proposed': budget(),
} satisfies NoticesOf<'coalitions'>;

type StepNews = 'applied' | 'invited' | 'accepted' | 'declined' | 'suspended' | 'resumed' | 'left' | 'ended';
type DelegateNewsName =
  'delegate-named' | 'delegate-recalled' | 'delegate-lost' | 'term-soon' | 'term-over' | 'report-due';
export type DelegateNews = `coalitions.${DelegateNewsName}`;

/** Of what it is about: the group, or the coalition, whose steward reads it. */
type Named = { about: { name: string; slug: string } };
type StepSaid = Named & { side: 'group' | 'coalition'; group: string; coalition: string; word: string };
type StepKeyed = { stepId: string; to: { account: string } };

/** What was done between a group and a coalition, for the stewards of the one that did not do it. */
function step(name: StepNews, level: Level) {
  return {
    level,
    about: 'group',
    from: 'site',
    key: ({ stepId, to }: StepKeyed) => `coalitions.${name}:${stepId}:${to.account}`,
    letter: (ctx, { about, side, group, coalition, word }: StepSaid) => {
      const page = side === 'group' ? 'coalitions' : 'groups';
      return written(ctx, name, {
        words: { group, coalition },
        path: `/groups/${about.slug}/${page}`,
        word,
      });
    },
  } satisfies FromSite;
}

/** The last steward of a coalition went, and its new one is whoever reads this. */
function followed() {
  return {
    level: 'mine',
    about: 'group',
    from: 'site',
    key: ({ key, to }: DelegateKeyed) => `coalitions.steward-followed:${key}:${to.account}`,
    letter: (ctx, { about }: Named) =>
      written(ctx, 'steward-followed', {
        words: { coalition: about.name },
        path: `/groups/${about.slug}`,
      }),
  } satisfies FromSite;
}

type DelegateSaid = Named & { coalition: string; name: string; on: string };
type DelegateKeyed = { key: string; to: { account: string } };

/** What befell somebody who speaks for a group in a coalition, for them and for those who name. */
function delegate(name: DelegateNewsName, level: Level) {
  return {
    level,
    about: 'group',
    from: 'site',
    key: ({ key, to }: DelegateKeyed) => `coalitions.${name}:${key}:${to.account}`,
    letter: (ctx, { about, coalition, name: who, on }: DelegateSaid) =>
      written(ctx, name, {
        words: { group: about.name, coalition, name: who, date: dayOf(ctx.language, on) },
        path: `/groups/${about.slug}/coalitions`,
      }),
  } satisfies FromSite;
}

type BudgetKeyed = { proposalId: string; to: { account: string } };

/** A coalition proposes a budget, for those who decide for each of its groups. */
function budget() {
  return {
    level: 'decide',
    about: 'group',
    from: 'site',
    key: ({ proposalId, to }: BudgetKeyed) => `coalitions.budget-proposed:${proposalId}:${to.account}`,
    letter: (ctx, { about, coalition, count }: Named & { coalition: Named['about']; count: number }) =>
      written(ctx, 'budget-proposed', {
        words: { group: about.name, coalition: coalition.name, count },
        path: `/groups/${about.slug}/coalitions/${coalition.slug}#budget`,
      }),
  } satisfies FromSite;
}

export type ClaimNews = 'accepted' | 'declined' | 'ended';
type AllyNews = `claim-${ClaimNews}` | 'ally-claimed' | 'ally-moved';

type ClaimKeyed = { claimId: string; to: { account: string } };
type ClaimSaid = Named & { word?: string };

/** What is said of an ally, and what came of it; `pathOf`: the page that the letter leads to. */
function claim(name: Exclude<AllyNews, 'ally-moved'>, level: Level, pathOf: (slug: string) => string) {
  return {
    level,
    about: 'group',
    from: 'site',
    key: ({ claimId, to }: ClaimKeyed) => `coalitions.${name}:${claimId}:${to.account}`,
    letter: (ctx, { about, word = '' }: ClaimSaid) =>
      written(ctx, name, {
        words: { ally: about.name, site: ctx.siteName },
        path: pathOf(about.slug),
        word,
      }),
  } satisfies FromSite;
}

/** An ally has moved here, for those who kept its page. */
function moved() {
  return {
    level: 'mine',
    about: 'group',
    from: 'site',
    key: ({ claimId, to }: ClaimKeyed) => `coalitions.ally-moved:${claimId}:${to.account}`,
    letter: (ctx, { about, ally }: Named & { ally: string }) =>
      written(ctx, 'ally-moved', {
        words: { ally, coalition: about.name },
        path: `/groups/${about.slug}/groups`,
      }),
  } satisfies FromSite;
}

type Writing = { words: Record<string, string | number>; path: string; word?: string };

function written(
  ctx: LetterContext,
  name: StepNews | DelegateNewsName | AllyNews | 'steward-followed' | 'budget-proposed',
  { words, ...rest }: Writing,
) {
  return letterBetween(ctx, {
    text: (part) => say(ctx.language, `mail.coalitions.${name}.${part}`, words),
    ...rest,
  });
}

function dayOf(language: Language, day: string) {
  return dateFormat(language, 'UTC', 'day').format(new Date(`${day}T12:00:00Z`));
}
