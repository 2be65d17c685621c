import { Type, type Static } from 'typebox';
import { PageOf } from '../../paging.ts';
import { CampaignAction, CampaignStateName, Sharing } from '../contract.ts';
import { LanguageCode } from '../../site/contract.ts';
import { EmailAddress, line, maybeLine, maybeProse, SlugAsked } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';
import { nullable } from '../../nullable.ts';

const Moment = Type.String({ format: 'date-time' });

const SignatureState = Type.Enum(['unconfirmed', 'confirmed', 'withdrawn']);

export const NewSignature = Type.Object({
  name: line(LENGTHS.personName),
  email: EmailAddress,
  comment: Type.Optional(nullable(maybeProse(LENGTHS.comment))),
  /** Kept where the campaign asks for it, and else let go. */
  postcode: Type.Optional(nullable(maybeLine(LENGTHS.postcode))),
  /** A name and the comment may stand on the page. */
  showName: Type.Optional(Type.Boolean({ default: false })),
  /** What to be called there. Without it, no more than a first name and an initial. */
  shownName: Type.Optional(nullable(maybeLine(LENGTHS.shownName))),
  /** "Tell me what happens next." */
  updates: Type.Boolean(),
  /** The slug of the group whose person they were told to be: refused where that is another one by now. */
  owner: Type.Optional(nullable(SlugAsked)),
  /** The slugs of the groups beside their own that may have their name and address and write to them; let go where groups hear totals only. */
  shares: Type.Optional(Type.Array(SlugAsked, { maxItems: 100 })),
  /** The code of the short link that brought them. */
  link: Type.Optional(nullable(Type.String({ maxLength: LENGTHS.linkCode }))),
  /** The last part of the address of the frame on whose page they sign; let go where that is not out any more. */
  frame: Type.Optional(nullable(SlugAsked)),
  /** Stays empty: no page shows it to people, so that what is filled in tells of a program. */
  website: Type.Optional(nullable(Type.String({ maxLength: LENGTHS.url }))),
});
export type NewSignature = Static<typeof NewSignature>;

/** `unconfirmed` says only "look at your mail": it is the same whether or not this address signed before. */
export const SignatureAccepted = Type.Object({
  state: Type.Literal('unconfirmed'),
  /** Name and address as typed, sealed for half an hour: `signer` of an RSVP to this campaign's events. */
  signer: Type.String(),
});
/**
 * A signed-in viewer's own, verified address counts at once (`held`: once the organizers release it); `sealed` opens it
 * for undoing.
 */
export const SignatureCounted = Type.Object({
  state: Type.Enum(['confirmed', 'held']),
  sealed: Type.String(),
});

/** What the holder of the link from the mail sees of their signature. */
export const OwnSignature = Type.Object({
  /** `held`: proven, and waits for the organizers. `refused`: they did not count it. */
  state: Type.Enum(['unconfirmed', 'confirmed', 'withdrawn', 'held', 'refused']),
  name: Type.String(),
  comment: nullable(Type.String()),
  showName: Type.Boolean(),
  /** What stands on the page where it may: as chosen, or as we made it. */
  shownAs: Type.String(),
  wantsUpdates: Type.Boolean(),
  /** Ends `/unsubscribe/`, where the group's mail ends and the own record is asked for; null before the mailbox is proven. */
  subscription: nullable(Type.String()),
  /** The groups that were ticked and wait: only those that PUT `.../shares` names again get the name once it is confirmed. */
  ticked: Type.Array(Type.Object({ slug: Type.String(), name: Type.String() })),
  /**
   * Those that were named so and have not got it: they get it once the name counts, or where the campaign shares in proportion, by lot
   * after it has ended. PUT `.../shares` with none takes that back.
   */
  affirmed: Type.Array(Type.Object({ slug: Type.String(), name: Type.String() })),
  /** The groups that they ticked and that hold them since; `subscription` ends that group’s mail, and asks for its record. */
  shares: Type.Array(Type.Object({ slug: Type.String(), name: Type.String(), subscription: Type.String() })),
  /** Why name and comment were taken off the page, or the comment erased, after somebody reported them. */
  hiddenReason: nullable(Type.String()),
  campaign: Type.Object({
    id: Type.String(),
    slug: Type.String(),
    title: Type.String(),
    action: CampaignAction,
    pledgeText: nullable(Type.String()),
    state: CampaignStateName,
    sharing: Sharing,
    /** Nobody but those who moderate there can open its page now. */
    isHidden: Type.Boolean(),
    link: nullable(Type.Object({ code: Type.String(), url: Type.String() })),
  }),
  group: Type.Object({
    slug: Type.String(),
    name: Type.String(),
    language: LanguageCode,
    isPublic: Type.Boolean(),
    /** Whether whoever signed can join it or ask to: not who is in it, nor where it takes nobody. */
    takesMembers: Type.Boolean(),
  }),
});
export type OwnSignature = Static<typeof OwnSignature>;

/** Which of the groups that were ticked with a signature shall have its name, by their slugs. */
export const AffirmedShares = Type.Object({ shares: Type.Array(SlugAsked, { maxItems: 100 }) });

/** One signature as the organizers see it. */
export const SignatureRow = Type.Object({
  id: Type.String(),
  /** Null for a sponsor's person, of whom there is here what stands on the page. */
  personId: nullable(Type.String()),
  name: Type.String(),
  comment: nullable(Type.String()),
  showName: Type.Boolean(),
  /** What stands on the page where it may. */
  shownAs: Type.String(),
  isHidden: Type.Boolean(),
  state: SignatureState,
  createdAt: Moment,
});
export type SignatureRow = Static<typeof SignatureRow>;
export const SignaturePage = PageOf(SignatureRow);
export type SignaturePage = Static<typeof SignaturePage>;

/** A campaign in numbers, for its organizers: of the people of its own group, unless it says otherwise. */
export const CampaignNumbers = Type.Object({
  confirmed: Type.Integer(),
  /** How many more came by sponsors' links, each group's down to the ten. */
  brought: Type.Integer(),
  unconfirmed: Type.Integer(),
  withdrawn: Type.Integer(),
  /** Who signed on paper that was typed in, and not here. */
  onPaper: Type.Integer(),
  /** Those whom an update would reach by mail. */
  reachable: Type.Integer(),
  /** Counted signatures by the day (UTC) of their confirmation, newest first; days without any are left out. */
  byDay: Type.Array(Type.Object({ on: Type.String({ format: 'date' }), count: Type.Integer() })),
  /** Counted signatures by the link that brought them; null: none did. */
  byLink: Type.Array(Type.Object({ linkId: nullable(Type.String()), count: Type.Integer() })),
});
export type CampaignNumbers = Static<typeof CampaignNumbers>;
