import { Type, type Static } from 'typebox';
import { Visibility } from '../../groups/contract.ts';
import { PageOf, PageQuery } from '../../paging.ts';
import { LanguageCode } from '../../site/contract.ts';
import { EmailAddress, prose } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';

const Moment = Type.String({ format: 'date-time' });
const MomentOrNull = Type.Union([Moment, Type.Null()]);
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
export const MeasureKindName = Type.Enum(['hidden', 'frozen']);

/** `waiting`: nobody has vouched for it. `held`: hidden or frozen. `without`: none of its stewards is here any more. */
export const SiteGroupQuery = Type.Interface([PageQuery], {
  search: Type.Optional(Type.String({ maxLength: LENGTHS.search })),
  only: Type.Optional(Type.Enum(['waiting', 'held', 'without'])),
});
export type SiteGroupQuery = Static<typeof SiteGroupQuery>;

/** What a steward of the site sees of any group. Of a private one: its name and numbers. */
export const SiteGroup = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** Null for a private group: it has no page for who looks after the site. */
  slug: TextOrNull,
  summary: TextOrNull,
  /** What it writes in. */
  language: LanguageCode,
  visibility: Visibility,
  createdAt: Moment,
  vouchedAt: MomentOrNull,
  hiddenAt: MomentOrNull,
  frozenAt: MomentOrNull,
  /** When it goes, if it is to be deleted. */
  deletesAt: MomentOrNull,
  memberCount: Type.Integer(),
  campaignCount: Type.Integer(),
  eventCount: Type.Integer(),
  /** None of its stewards is suspended or long gone, all at once. */
  hasActiveSteward: Type.Boolean(),
  /** Whoever waits for a word shows who they are; of other groups null. */
  stewards: Type.Union([
    Type.Array(Type.Object({ id: Type.String(), name: Type.String(), email: Type.String() })),
    Type.Null(),
  ]),
});
export type SiteGroup = Static<typeof SiteGroup>;
export const SiteGroupPage = Type.Interface([PageOf(SiteGroup)], {
  counts: Type.Object({ waiting: Type.Integer(), held: Type.Integer() }),
});
export type SiteGroupPage = Static<typeof SiteGroupPage>;

const Measure = Type.Object({
  kind: MeasureKindName,
  reason: Type.String(),
  takenAt: Moment,
  /** Null when that account is gone. */
  takenBy: TextOrNull,
});

/** One group, with what is held against it, and who could be its next steward when it has none. */
export const SiteGroupView = Type.Interface([SiteGroup], {
  measures: Type.Array(Measure),
  /** Its members, organizers first; null while a steward of its own is there, since they are none of the site's business. */
  candidates: Type.Union([
    Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        email: Type.String(),
        role: Type.Enum(['member', 'organizer']),
        joinedAt: Moment,
      }),
    ),
    Type.Null(),
  ]),
});
export type SiteGroupView = Static<typeof SiteGroupView>;

export const Reason = Type.Object({ reason: prose(LENGTHS.measureReason) });
/** Chosen among the candidates; by email when the group has nobody to choose from. */
export const NewSteward = Type.Object({ email: EmailAddress });
