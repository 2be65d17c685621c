import { Type, type Static } from 'typebox';
import { CampaignView, GroupName } from '../contract.ts';
import { LENGTHS } from '../../lengths.ts';
import { nullable } from '../../nullable.ts';
import { LanguageCode, PictureView } from '../../site/contract.ts';
import { line, maybeLine, maybeProse, prose } from '../../texts.ts';

const Moment = Type.String({ format: 'date-time' });

export const FrameStateName = Type.Enum(['draft', 'asked', 'published', 'withdrawn']);

/** What somebody fills in who tells a campaign in another way. */
const fields = {
  /** For whom it is told; the groups of the campaign read it, and nobody else. */
  label: Type.Optional(maybeLine(LENGTHS.linkLabel)),
  title: line(LENGTHS.title, 2),
  ask: prose(LENGTHS.ask),
  story: Type.Optional(maybeProse(LENGTHS.story)),
  issues: Type.Optional(Type.Array(line(LENGTHS.tag), { maxItems: 6 })),
  pictureKey: Type.Optional(nullable(Type.String({ maxLength: 200 }))),
  /** What the picture shows. */
  pictureAlt: Type.Optional(maybeLine(LENGTHS.pictureAlt)),
};
export const NewFrame = Type.Object(fields);
export type NewFrame = Static<typeof NewFrame>;
export const FrameChange = Type.Partial(Type.Object(fields));
export type FrameChange = Static<typeof FrameChange>;
export const FrameMade = Type.Object({ slug: Type.String() });

/** `version`: of what was read; of another group's frame it is refused where that says something else by now. */
export const FramePublished = Type.Object({ version: Type.Integer({ minimum: 1 }) });
export const FrameRefused = Type.Object({ word: Type.Optional(nullable(maybeLine(LENGTHS.sponsorWord))) });

export const FrameCan = Type.Object({
  edit: Type.Boolean(),
  ask: Type.Boolean(),
  takeBack: Type.Boolean(),
  publish: Type.Boolean(),
  refuse: Type.Boolean(),
  withdraw: Type.Boolean(),
  remove: Type.Boolean(),
});

/** A campaign as a frame tells it. */
export const FrameView = Type.Object({
  id: Type.String(),
  slug: Type.String(),
  title: Type.String(),
  ask: Type.String(),
  issues: Type.Array(Type.String()),
  /** Safe HTML. */
  storyHtml: Type.String(),
  picture: nullable(PictureView),
  pictureAlt: Type.String(),
  state: FrameStateName,
  /** The group that tells it. */
  teller: Type.Interface([GroupName], { language: LanguageCode, isHome: Type.Boolean() }),
  /** Its own link; null until it was out. */
  link: nullable(Type.Object({ code: Type.String(), url: Type.String() })),
  publishedAt: nullable(Moment),
  /** For those who write it, or say yes to it: the Markdown, for whom it is, what was read, and with which word there was a no. */
  written: nullable(
    Type.Object({
      story: Type.String(),
      label: Type.String(),
      version: Type.Integer(),
      answer: Type.String(),
    }),
  ),
  can: FrameCan,
});
export type FrameView = Static<typeof FrameView>;

/** A frame's page, with all of the campaign that its name counts for. */
export const FramedCampaign = Type.Object({ campaign: CampaignView, frame: FrameView });
export type FramedCampaign = Static<typeof FramedCampaign>;
