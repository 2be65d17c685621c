import { Type, type Static } from 'typebox';
import { LanguageCode } from '../../site/contract.ts';

/** What the group writes in; null where it may not be seen any more. */
const Language = Type.Union([LanguageCode, Type.Null()]);
const Moment = Type.String({ format: 'date-time' });

/** A group asked to stand with a campaign, as the campaign's organizers see it. */
export const SponsorRow = Type.Object({
  slug: Type.String(),
  name: Type.String(),
  invitedAt: Moment,
  acceptedAt: Type.Union([Moment, Type.Null()]),
});
export type SponsorRow = Static<typeof SponsorRow>;
export const SponsorList = Type.Object({ rows: Type.Array(SponsorRow) });
export type SponsorList = Static<typeof SponsorList>;

/** A campaign that asks this group to stand with it, or that it stands with, as the group's organizers see it. */
export const SponsorshipRow = Type.Object({
  campaign: Type.Object({ slug: Type.String(), title: Type.String(), ask: Type.String() }),
  group: Type.Object({ slug: Type.String(), name: Type.String(), language: Language }),
  invitedAt: Moment,
  acceptedAt: Type.Union([Moment, Type.Null()]),
});
export type SponsorshipRow = Static<typeof SponsorshipRow>;
export const SponsorshipList = Type.Object({ rows: Type.Array(SponsorshipRow) });
export type SponsorshipList = Static<typeof SponsorshipList>;
