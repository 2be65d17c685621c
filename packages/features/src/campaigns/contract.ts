import { Type, type Static } from 'typebox';
import { PageOf, PageQuery } from '../paging.ts';
import { LanguageCode, PictureView } from '../site/contract.ts';
import { line, maybeLine, maybeProse, prose, SlugAsked } from '../texts.ts';
import { LENGTHS } from '../lengths.ts';
import { nullable, nullableCount } from '../nullable.ts';

const Moment = Type.String({ format: 'date-time' });
const Day = Type.String({ format: 'date', pattern: '^(19[7-9]|20\\d)\\d' });

export const CampaignAction = Type.Enum(['petition', 'pledge', 'sign_on']);
export const CampaignStateName = Type.Enum(['draft', 'published', 'paused', 'won', 'lost', 'closed']);
export const Sharing = Type.Enum(['totals', 'choice', 'proportional']);
export const GroupName = Type.Object({ slug: Type.String(), name: Type.String() });
/** With its colour as chosen, #rrggbb, and what it writes in. */
const GroupFace = Type.Interface([GroupName], { accent: nullable(Type.String()), language: LanguageCode });

/** A campaign in a list. */
export const CampaignRow = Type.Object({
  id: Type.String(),
  slug: Type.String(),
  title: Type.String(),
  ask: Type.String(),
  issues: Type.Array(Type.String()),
  goal: nullable(Type.Integer()),
  action: CampaignAction,
  state: CampaignStateName,
  startsOn: nullable(Day),
  endsOn: nullable(Day),
  picture: nullable(PictureView),
  /** Confirmed and not withdrawn; of a letter for organizations: the groups that signed. */
  signatureCount: Type.Integer(),
  takesSignatures: Type.Boolean(),
  /** Organizations sign it now: a letter that is out. */
  takesSignOns: Type.Boolean(),
  /** A decision about a report keeps it from everyone but those who moderate. */
  isHidden: Type.Boolean(),
  group: GroupFace,
  /** Where it stands in the list of a group that is not its own: the code of that group's link to it, by which its people come. */
  via: nullable(Type.String()),
  createdAt: Moment,
  publishedAt: nullable(Moment),
});
export type CampaignRow = Static<typeof CampaignRow>;
export const CampaignPage = PageOf(CampaignRow);
export type CampaignPage = Static<typeof CampaignPage>;

/** Null while the stewards of the site chose none, or theirs is not published or not public. */
export const FrontCampaign = Type.Object({ campaign: nullable(CampaignRow) });
export type FrontCampaign = Static<typeof FrontCampaign>;

export const CampaignQuery = Type.Interface([PageQuery], {
  /** The home group's slug. */
  group: Type.Optional(SlugAsked),
  /** The slug of a group that stands with them. Those of unlisted groups are not among them. */
  sponsor: Type.Optional(SlugAsked),
  /** The slug of a coalition: what it runs or stands with, and what one of its groups runs and another stands with. */
  coalition: Type.Optional(SlugAsked),
  issue: Type.Optional(Type.String({ maxLength: LENGTHS.tag })),
  /** Words that its title has in it, in capitals or not. */
  search: Type.Optional(maybeLine(LENGTHS.search)),
  /** Without it, all that are public; `any` adds the drafts of groups the viewer publishes for. */
  state: Type.Optional(Type.Enum(['draft', 'published', 'paused', 'won', 'lost', 'closed', 'any'])),
});
export type CampaignQuery = Static<typeof CampaignQuery>;

/** `via`: the code of the link by which they came. */
export const CampaignAsked = Type.Object({
  via: Type.Optional(Type.String({ maxLength: LENGTHS.linkCode })),
});

export const CampaignCan = Type.Object({
  edit: Type.Boolean(),
  publish: Type.Boolean(),
  pause: Type.Boolean(),
  resume: Type.Boolean(),
  end: Type.Boolean(),
  reopen: Type.Boolean(),
  remove: Type.Boolean(),
  inviteSponsors: Type.Boolean(),
  dropSponsors: Type.Boolean(),
  tellFrames: Type.Boolean(),
  nameCoordinators: Type.Boolean(),
  judgeHeld: Type.Boolean(),
  remind: Type.Boolean(),
  tellNews: Type.Boolean(),
  hideNews: Type.Boolean(),
  mailNews: Type.Boolean(),
  count: Type.Boolean(),
  seeSignatures: Type.Boolean(),
  seeReach: Type.Boolean(),
  seeLinks: Type.Boolean(),
  takeNames: Type.Boolean(),
  moderate: Type.Boolean(),
});

export const RecentSigner = Type.Object({
  id: Type.String(),
  /** First name and initial. */
  name: Type.String(),
  comment: nullable(Type.String()),
  confirmedAt: Moment,
});
export type RecentSigner = Static<typeof RecentSigner>;

export const UpdateView = Type.Object({
  id: Type.String(),
  /** The group beside the home group that wrote it; null: the home group's own word. */
  sponsor: nullable(Type.Interface([GroupName], { language: LanguageCode })),
  title: Type.String(),
  /** Safe HTML. */
  bodyHtml: Type.String(),
  createdAt: Moment,
  /** Who took it off the page, and sees it still: those who run the campaign, or the group that wrote it. Null: it stands. */
  offBy: nullable(Type.Enum(['home', 'writer'])),
  can: Type.Object({
    /** For those who run the campaign: taking it off the page, and putting it back. */
    hide: Type.Boolean(),
    show: Type.Boolean(),
    /** The same for the group that wrote it. */
    withdraw: Type.Boolean(),
    restore: Type.Boolean(),
  }),
});
export type UpdateView = Static<typeof UpdateView>;

/** The public count of a campaign as it was counted once, with the fingerprint of the list. */
export const CountProof = Type.Object({
  count: Type.Integer(),
  countedAt: Type.String({ format: 'date-time' }),
  /** SHA-256 over the list, in hexadecimal digits. */
  fingerprint: Type.String(),
});
export type CountProof = Static<typeof CountProof>;

/** A campaign's whole page. */
export const CampaignView = Type.Interface([CampaignRow], {
  group: Type.Interface([GroupFace], {
    summary: Type.String(),
    joining: Type.Enum(['open', 'approval', 'invitation']),
    isMember: Type.Boolean(),
    /** Whether it can be joined by asking, or at once: not by who is in it, nor where it takes nobody. */
    takesMembers: Type.Boolean(),
  }),
  /** When its outcome was said; null while it has none, and for some that ended long ago. */
  endedAt: nullable(Moment),
  target: nullable(Type.String()),
  /** The record of the decision-maker, for those who may edit it. */
  targetId: Type.Optional(nullable(Type.String())),
  /** Where it is about. */
  place: nullable(Type.String()),
  /** The day on which it is decided. */
  decidesOn: nullable(Day),
  pledgeText: nullable(Type.String()),
  asksPostcode: Type.Boolean(),
  /** Safe HTML. */
  storyHtml: Type.String(),
  /** The Markdown behind `storyHtml`, for those who may edit it. */
  story: Type.Optional(Type.String()),
  /** `isConfirmed`: they said so themselves. An ally that has not moved here could not, and comes after the others. */
  sponsors: Type.Array(Type.Interface([GroupName], { isConfirmed: Type.Boolean() })),
  /** Whose person somebody is who signs now: the group by whose link they came (`via`), else the campaign's own. */
  owner: Type.Interface([GroupName], { language: LanguageCode }),
  /** The groups beside that one to which whoever signs may say yes, the home group first; none where they hear totals only. */
  choices: Type.Array(Type.Interface([GroupName], { isHome: Type.Boolean() })),
  /** What the other groups hear of those who sign: how many, or also the names of those who ticked that group, or of those who ticked any and fell to it by lot. */
  sharing: Sharing,
  /** Groups that stand with it may post on this page. */
  sponsorsPost: Type.Boolean(),
  recentSigners: Type.Array(RecentSigner),
  updates: Type.Array(UpdateView),
  /** When it was last counted for everybody to check, and the fingerprint of the list; null until then. */
  proof: nullable(CountProof),
  /** The tear-off strip: its QR code is at /links/:code/qr.svg. Null until published. */
  link: nullable(Type.Object({ code: Type.String(), url: Type.String() })),
  /** Whether it stands in the lists of strangers; else no search engine shall keep it either. */
  isListed: Type.Boolean(),
  /** Whether the signed-in viewer's own signature stands. */
  hasSigned: Type.Boolean(),
  /** Why it is hidden, while it is. */
  hiddenReason: nullable(Type.String()),
  can: CampaignCan,
});
export type CampaignView = Static<typeof CampaignView>;

const Tag = line(LENGTHS.tag);
const Goal = nullableCount(1, 100_000_000);

/** What an organizer fills in. The action is chosen once; dates are days of the group's own calendar. */
const fields = {
  title: line(LENGTHS.title, 2),
  ask: prose(LENGTHS.ask),
  story: Type.Optional(maybeProse(LENGTHS.story)),
  issues: Type.Optional(Type.Array(Tag, { maxItems: 6 })),
  target: Type.Optional(nullable(maybeLine(LENGTHS.target))),
  /** A target of the group or of a coalition that it is in; where `target` is empty, its name stands there. */
  targetId: Type.Optional(nullable(Type.String({ format: 'uuid' }))),
  place: Type.Optional(nullable(maybeLine(LENGTHS.placeName))),
  decidesOn: Type.Optional(nullable(Day)),
  goal: Type.Optional(Goal),
  pledgeText: Type.Optional(nullable(maybeProse(LENGTHS.pledge))),
  startsOn: Type.Optional(nullable(Day)),
  endsOn: Type.Optional(nullable(Day)),
  /** Asks signers for their postcode, who may leave it out. */
  asksPostcode: Type.Optional(Type.Boolean()),
  /** What the groups that stand with it hear of who signs. Refused once somebody signed. */
  sharing: Type.Optional(Sharing),
  /** Whether groups that stand with it may post on its page; from now on, either way. */
  sponsorsPost: Type.Optional(Type.Boolean()),
  pictureKey: Type.Optional(nullable(Type.String({ maxLength: 200 }))),
};
export const NewCampaign = Type.Object({ ...fields, action: CampaignAction });
export type NewCampaign = Static<typeof NewCampaign>;
export const CampaignChange = Type.Partial(Type.Object(fields));
export type CampaignChange = Static<typeof CampaignChange>;

export const CampaignOutcome = Type.Object({ outcome: Type.Enum(['won', 'lost', 'closed']) });
export type CampaignOutcome = Static<typeof CampaignOutcome>;
