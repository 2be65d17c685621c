import { say, type Language } from '@groundwork/words';
import type { Answer } from '../http.ts';
import { allowed } from '../policy.ts';
import { pictureView } from '../site/views.ts';
import { accentOf } from './accent.ts';
import { TELLING_COUNT } from './cards.ts';
import type { GroupCard, GroupView } from './contract.ts';
import { groupPolicy } from './policy.ts';
import type { WholeGroup } from './queries.ts';

/** Fewer than this is not told outside the group: a small total points at people. */
const SMALLEST_TOTAL = 10;

/** A group as it leaves, for the viewer it was found for. */
export function groupView({ isBanned, ...group }: WholeGroup): Answer<GroupView> {
  const can = allowed(groupPolicy, { ...group, isBanned });
  return {
    ...group,
    memberCount: shownCount(group),
    picture: pictureView(group.pictureKey),
    accentShown: group.accent === null ? null : accentOf(group.accent),
    deletesAt: group.myRole === null ? null : group.deletesAt,
    // A left join with nothing but nulls in it comes back as no object at all.
    myFace: group.myRole === null ? null : (group.myFace ?? { name: null, pronouns: null }),
    contactEmail: can.edit ? group.contactEmail : null,
    forgetAfterMonths: can.edit ? group.forgetAfterMonths : null,
    country: can.edit ? group.country : null,
    requestCount: can.manageMembers ? group.requestCount : null,
    can,
  };
}

/** A group as a card in a list. */
export function groupCard(group: Omit<GroupCard, 'memberCount'> & { memberCount: number }): GroupCard {
  return { ...group, memberCount: shownCount(group) };
}

/** What a group's picture says where it has none of its own, the same to whoever sees it. */
export function pictureCard(
  { name, summary, accent, memberCount: count, visibility, isVouched, isHidden }: WholeGroup,
  language: Language,
) {
  return {
    ...{ title: name, group: '', accent },
    line: count < TELLING_COUNT ? summary : say(language, 'groups.members', { count }),
    isForAll: visibility !== 'private' && isVouched && !isHidden,
  };
}

function shownCount({ memberCount, myRole }: { memberCount: number; myRole: string | null }): number | null {
  return myRole !== null || memberCount >= SMALLEST_TOTAL ? memberCount : null;
}
