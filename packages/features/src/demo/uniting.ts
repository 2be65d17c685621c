import { takeCountProof } from '../campaigns/proofs/actions.ts';
import { listCampaigns } from '../campaigns/queries.ts';
import { listLinks } from '../links/queries.ts';
import { bringAnswers } from './meeting.ts';
import { tellOtherwise } from './framing.ts';
import { bringSigners } from './signing.ts';
import { editCampaign } from '../campaigns/actions.ts';
import { answerSponsorship, inviteSponsor } from '../campaigns/sponsors/actions.ts';
import { postSponsorUpdate } from '../campaigns/updates/actions.ts';
import { addAlly } from '../coalitions/allies/actions.ts';
import { listAllies } from '../coalitions/allies/queries.ts';
import { answerInvitation, inviteToCoalition } from '../coalitions/belonging/actions.ts';
import { keepBudget, proposeBudget } from '../coalitions/budgets/actions.ts';
import { callCouncil } from '../coalitions/councils/actions.ts';
import { nameDelegate } from '../coalitions/delegates/actions.ts';
import { beginCoalition } from '../coalitions/founding/actions.ts';
import { createEvent, publishEvent } from '../events/actions.ts';
import { listGroupEvents } from '../events/queries.ts';
import { answerEventSponsorship, inviteEventSponsor } from '../events/sponsors/actions.ts';
import { localOf } from '../site/local-times.ts';
import { editGroup } from '../groups/actions.ts';
import { TELLING_COUNT } from '../groups/cards.ts';
import { findGroup } from '../groups/queries.ts';
import { castCoalition, type CastKey } from './cast.ts';
import { workOffAll, DEMO_ZONE, type Stage } from './opening.ts';

const DAY = 86_400_000;

/** One group begins a coalition, invites the others, and each names who speaks for it; the next council is called. */
export async function uniteGroups(stage: Stage): Promise<void> {
  const { begun, delegates, name, summary, about, question, mandate, key } = castCoalition;
  const [ctx, home] = [stage.as(begun.by), groupOf(stage, begun.group)];
  const termEndsOn = new Date(Date.now() + 300 * DAY).toISOString().slice(0, 10);
  const term = { mandate, termEndsOn };
  const slug = await beginCoalition(ctx, { name, summary, group: home.slug, ...term });
  await editGroup(ctx, slug, { about, questions: [question], contactEmail: null });
  for (const [group, who] of Object.entries(delegates) as [string, CastKey][]) {
    const { slug: own, steward } = groupOf(stage, group);
    const named = { slug: own, other: slug };
    await inviteToCoalition(ctx, slug, { group: own, word: 'We decide better together.' });
    const answers = ['Our neighbours, on both sides of the river.'];
    await answerInvitation(stage.as(steward), named, { decision: 'accepted', answers });
    await nameDelegate(stage.as(steward), { ...named, accountId: stage.as(who).viewer.id }, term);
  }
  const { id } = await findGroup(ctx, slug);
  stage.groups.set(key, { id, slug, steward: begun.by });
  await addAlly(ctx, slug, castCoalition.ally.page);
  await agreeOnBudget(stage, slug);
  await meet(stage, slug);
  await workOffAll(stage.house);
}

/** How often they write to somebody together, which two of them keep. */
async function agreeOnBudget(stage: Stage, slug: string) {
  const { mostAWeek, kept } = castCoalition.budget;
  await proposeBudget(stage.as(castCoalition.begun.by), slug, mostAWeek);
  for (const key of kept) {
    const { slug: own, steward } = groupOf(stage, key);
    await keepBudget(stage.as(steward), { slug: own, other: slug }, mostAWeek);
  }
}

async function meet(stage: Stage, slug: string) {
  const ctx = stage.as(castCoalition.begun.by);
  const at = (hour: number) => {
    const [day = ''] = localOf(new Date(Date.now() + 11 * DAY), DEMO_ZONE).split('T');
    return `${day}T${hour}:00`;
  };
  const event = await createEvent(ctx, slug, {
    ...{ title: 'Council of the coalition', summary: 'For delegates. Two things to decide.' },
    ...{ starts: at(19), ends: at(21), timeZone: DEMO_ZONE, held: 'in-person', placeName: 'Union hall' },
    rsvpFrom: 'members',
  });
  await publishEvent(ctx, event);
  await callCouncil(ctx, slug, event, true);
}

/** Who signs through a link of a sponsor is nobody who signed before. */
const FIRST_BROUGHT = 7_000;

/** Some of the groups stand with what another of them fights for, and bring people to it. */
export async function standTogether(stage: Stage): Promise<void> {
  let first = FIRST_BROUGHT;
  for (const { home, beside, says, tells } of castCoalition.standing) {
    const { slug, steward } = groupOf(stage, home);
    const [campaign] = (await listCampaigns(stage.as(steward), { group: slug, state: 'published' })).rows;
    if (!campaign) continue;
    for (const [key, count] of Object.entries(beside)) {
      const sponsor = groupOf(stage, key);
      await inviteSponsor(stage.as(steward), campaign.slug, { groupSlug: sponsor.slug, word: '' });
      const yes = { isYes: true, word: '' };
      const asSponsor = stage.as(sponsor.steward);
      await answerSponsorship(asSponsor, sponsor.slug, campaign.slug, yes);
      const [link] = (await listLinks(asSponsor, sponsor.slug, { path: `/campaigns/${campaign.slug}` })).rows;
      if (link)
        await bringSigners(stage, {
          slug: campaign.slug,
          code: link.code,
          owner: sponsor.slug,
          first,
          count,
        });
      first += count;
    }
    if (says) {
      const { by, ...words } = says;
      const sponsor = groupOf(stage, by);
      await editCampaign(stage.as(steward), campaign.slug, { sponsorsPost: true });
      await postSponsorUpdate(stage.as(sponsor.steward), sponsor.slug, campaign.slug, words);
    }
    if (tells) {
      await tellOtherwise(stage, { slug: campaign.slug, steward }, { ...tells, first });
      first += tells.count;
    }
    if (campaign.signatureCount >= TELLING_COUNT) await takeCountProof(stage.as(steward), campaign.slug);
    if (home === castCoalition.ally.namedBy) await nameAlly(stage, campaign.slug);
  }
}

/** One group holds what is coming with another, which brings people to it, too. */
export async function holdTogether(stage: Stage): Promise<void> {
  const { home, title, beside, count } = castCoalition.holding;
  const { slug, steward } = groupOf(stage, home);
  const sponsor = groupOf(stage, beside);
  const { rows } = await listGroupEvents(stage.as(steward), slug, { search: title, limit: 1 });
  for (const event of rows) {
    const asked = { groupSlug: sponsor.slug, word: 'Your people know these streets.' };
    await inviteEventSponsor(stage.as(steward), event.slug, asked);
    const asSponsor = stage.as(sponsor.steward);
    const yes = { isYes: true, word: 'We bring six who speak Spanish.' };
    await answerEventSponsorship(asSponsor, sponsor.slug, event.slug, yes);
    const [link] = (await listLinks(asSponsor, sponsor.slug, { path: `/events/${event.slug}` })).rows;
    const through = { slug: event.slug, link: link?.code, owner: sponsor.slug };
    await bringAnswers(stage, through, count);
  }
}

/** One that is not on the site is named beside them, and cannot say so itself. */
async function nameAlly(stage: Stage, campaign: string) {
  const { key, ally } = castCoalition;
  const { steward } = groupOf(stage, ally.namedBy);
  const { rows } = await listAllies(stage.as(castCoalition.begun.by), groupOf(stage, key).slug, {});
  for (const { slug } of rows)
    await inviteSponsor(stage.as(steward), campaign, { groupSlug: slug, word: '' });
}

function groupOf({ groups }: Stage, key: string) {
  const group = groups.get(key);
  if (!group) throw new Error(`there is no group ${key}`);
  return group;
}
