import { Type, type Static } from 'typebox';
import { PageOf, PageQuery } from '../paging.ts';
import { LanguageCode, PictureView } from '../site/contract.ts';
import { EmailAddress, line, maybeLine, maybeProse } from '../texts.ts';
import { RESPONSIBILITIES, ROLES } from './responsibilities.ts';
import { LENGTHS } from '../lengths.ts';

const TextOrNull = Type.Union([Type.String(), Type.Null()]);
export const RoleName = Type.Enum([...ROLES]);
export const ResponsibilityName = Type.Enum([...RESPONSIBILITIES]);
export const Visibility = Type.Enum(['public', 'unlisted', 'private']);
export const Joining = Type.Enum(['open', 'approval', 'invitation']);
const MyRole = Type.Union([RoleName, Type.Null()]);

/** A count of members. Null: fewer than ten, which nobody outside the group is told more exactly. */
const MemberCount = Type.Union([Type.Integer(), Type.Null()]);

/** A group in a list. */
export const GroupCard = Type.Object({
  id: Type.String(),
  /** A coalition has groups as its members (coalitions/). */
  kind: Type.Enum(['group', 'coalition']),
  slug: Type.String(),
  name: Type.String(),
  summary: Type.String(),
  /** The colour as chosen, #rrggbb. */
  accent: TextOrNull,
  pictureKey: TextOrNull,
  /** What it writes in. */
  language: LanguageCode,
  visibility: Visibility,
  joining: Joining,
  myRole: MyRole,
  memberCount: MemberCount,
});
export type GroupCard = Static<typeof GroupCard>;
/** `can.start`: whether the site lets the viewer start a group. */
export const GroupPage = Type.Interface([PageOf(GroupCard)], { can: Type.Object({ start: Type.Boolean() }) });
export type GroupPage = Static<typeof GroupPage>;

/** `mine`: only those the viewer is a member of; `managed`: only those they manage. `search`: a part of the name. */
export const GroupQuery = Type.Interface([PageQuery], {
  search: Type.Optional(Type.String({ maxLength: LENGTHS.search })),
  mine: Type.Optional(Type.Boolean()),
  managed: Type.Optional(Type.Boolean()),
});
export type GroupQuery = Static<typeof GroupQuery>;

/** The chosen colour made readable (4.5 to 1) on light and dark paper, each with the ink that reads on it. */
const AccentShown = Type.Object({
  light: Type.String(),
  lightInk: Type.String(),
  dark: Type.String(),
  darkInk: Type.String(),
  /** On light paper it is the nearest readable colour instead of the chosen one. */
  isAdjusted: Type.Boolean(),
});

/** Every deed of groupPolicy, answered for the viewer. */
const GroupCan = Type.Object({
  join: Type.Boolean(),
  askToJoin: Type.Boolean(),
  leave: Type.Boolean(),
  seeMembers: Type.Boolean(),
  seeRoles: Type.Boolean(),
  message: Type.Boolean(),
  seePeople: Type.Boolean(),
  exportPeople: Type.Boolean(),
  invite: Type.Boolean(),
  /** A group that nobody vouched for yet writes to nobody outside of it. */
  inviteByMail: Type.Boolean(),
  contactPeople: Type.Boolean(),
  publish: Type.Boolean(),
  hostEvents: Type.Boolean(),
  moderate: Type.Boolean(),
  manageMembers: Type.Boolean(),
  edit: Type.Boolean(),
  manageRoles: Type.Boolean(),
  delete: Type.Boolean(),
  report: Type.Boolean(),
});

/** The face an account shows in this group; null is the account's own. */
export const Face = Type.Object({ name: TextOrNull, pronouns: TextOrNull });
export type Face = Static<typeof Face>;

/** One group, whole, as its viewer stands to it. */
export const GroupView = Type.Interface([GroupCard], {
  /** Markdown, and the safe HTML made of it. */
  about: Type.String(),
  aboutHtml: Type.String(),
  picture: Type.Union([PictureView, Type.Null()]),
  accentShown: Type.Union([AccentShown, Type.Null()]),
  questions: Type.Array(Type.String()),
  /** Where its days begin and end. */
  timeZone: Type.String(),
  /** ISO 3166: of which phone numbers without a country are, for those who may change it. */
  country: TextOrNull,
  /** Where answers to its mails go, for those who may change it. */
  contactEmail: TextOrNull,
  /** After how many months without a word its people are forgotten, for those who may change it; null: never. */
  forgetAfterMonths: Type.Union([Type.Integer(), Type.Null()]),
  createdAt: Type.String(),
  /** A steward of the site has said that it is what it says; until then only its members see it. */
  isVouched: Type.Boolean(),
  /** Kept from everyone but its stewards, by a steward of the site. */
  isHidden: Type.Boolean(),
  /** Read only: nothing new is written, mailed or joined. */
  isFrozen: Type.Boolean(),
  /** Why, for its stewards and those of the site; for others empty. */
  measures: Type.Array(Type.Object({ kind: Type.Enum(['hidden', 'frozen']), reason: Type.String() })),
  /** When it will be deleted with all it holds, if a steward asked for that; for its members only. */
  deletesAt: TextOrNull,
  /** The viewer asked to be let in and nobody has answered yet. */
  hasAsked: Type.Boolean(),
  myFace: Type.Union([Face, Type.Null()]),
  /** Open requests to join; null for those who do not decide them. */
  requestCount: Type.Union([Type.Integer(), Type.Null()]),
  can: GroupCan,
});
export type GroupView = Static<typeof GroupView>;

const Name = line(LENGTHS.groupName);
const Summary = maybeProse(LENGTHS.groupSummary);

/** Null for never, and first: an empty form field is then read as none. */
const ForgetAfterMonths = Type.Union([Type.Null(), Type.Enum([12, 24, 36])]);

export const NewGroup = Type.Object({
  name: Name,
  summary: Type.Optional(Summary),
  visibility: Type.Optional(Visibility),
  joining: Type.Optional(Joining),
  forgetAfterMonths: Type.Optional(ForgetAfterMonths),
});
export type NewGroup = Static<typeof NewGroup>;

/** What is left out stays as it is. */
export const GroupChange = Type.Object({
  name: Type.Optional(Name),
  summary: Type.Optional(Summary),
  about: Type.Optional(maybeProse(LENGTHS.page)),
  accent: Type.Optional(Type.Union([Type.String({ pattern: '^#[0-9a-fA-F]{6}$' }), Type.Null()])),
  pictureKey: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 100 }), Type.Null()])),
  timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: LENGTHS.timeZone })),
  language: Type.Optional(LanguageCode),
  country: Type.Optional(Type.Union([Type.Null(), Type.String({ pattern: '^[A-Z]{2}$' })])),
  // Null first: an empty form field is then read as none.
  contactEmail: Type.Optional(Type.Union([Type.Null(), EmailAddress])),
  visibility: Type.Optional(Visibility),
  joining: Type.Optional(Joining),
  forgetAfterMonths: Type.Optional(ForgetAfterMonths),
  questions: Type.Optional(Type.Array(line(LENGTHS.joinQuestion), { maxItems: 3 })),
});
export type GroupChange = Static<typeof GroupChange>;

/** The group's name, typed by whoever deletes it. */
export const GroupDeletion = Type.Object({ name: maybeLine(LENGTHS.groupName) });
