import { Type, type Static } from 'typebox';
import { LENGTHS } from '../lengths.ts';
import { nullable } from '../nullable.ts';
import { PageOf, PageQuery } from '../paging.ts';
import { EmailAddress, line, maybeLine, maybeProse, Slug, WEB_PAGE_PATTERN } from '../texts.ts';

/** YYYY-MM-DD. */
export const TargetDay = Type.String({ format: 'date', pattern: '^(19[7-9]|20\\d)\\d' });
const Named = Type.Object({ slug: Type.String(), name: Type.String() });

/** A decision-maker in a group's list. */
export const TargetRow = Type.Object({
  id: Type.String(),
  name: Type.String(),
  office: Type.String(),
  area: Type.String(),
  /** The first day on which they hold the office no more; it may be ahead. */
  leftOn: nullable(TargetDay),
  hasLeft: Type.Boolean(),
  /** The coalition whose it is; null: the group’s own, or the coalition is gone. */
  coalition: nullable(Named),
  isHidden: Type.Boolean(),
  /** How many promises to this group are due. */
  dueCount: Type.Integer(),
});
export type TargetRow = Static<typeof TargetRow>;

export const TargetQuery = Type.Interface([PageQuery], {
  /** Words that the name, the office or the area has in it. */
  search: Type.Optional(maybeLine(LENGTHS.search)),
});
export type TargetQuery = Static<typeof TargetQuery>;
/** By name. */
export const TargetPage = Type.Interface([PageOf(TargetRow)], {
  /** The coalitions to which the group can put one up. */
  coalitions: Type.Array(Named),
  can: Type.Object({ add: Type.Boolean() }),
});
export type TargetPage = Static<typeof TargetPage>;

/** One of them, whole. */
export const TargetView = Type.Interface([TargetRow], {
  email: Type.String(),
  phone: Type.String(),
  page: Type.String(),
  address: Type.String(),
  /** Why a decision hid it, for those who answer for it. */
  hiddenReason: nullable(Type.String()),
  /** The group finds what others wrote about it; else only its own, of a coalition that it is not in any more. */
  isOpen: Type.Boolean(),
  can: Type.Object({
    edit: Type.Boolean(),
    remove: Type.Boolean(),
    ask: Type.Boolean(),
    note: Type.Boolean(),
    report: Type.Boolean(),
  }),
});
export type TargetView = Static<typeof TargetView>;

/** Which of the viewer’s groups finds it, the one whose it is first. */
export const TargetPlace = Type.Object({ group: Type.String() });

/** Whom a campaign can be addressed to. */
export const TargetChoices = Type.Object({
  rows: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), office: Type.String(), holder: Type.String() }),
  ),
});
export type TargetChoices = Static<typeof TargetChoices>;

const written = {
  name: line(LENGTHS.targetName),
  office: maybeLine(LENGTHS.targetOffice),
  area: maybeLine(LENGTHS.placeName),
  /** What the office publishes, and nothing private. */
  email: nullable(EmailAddress),
  phone: maybeLine(LENGTHS.phone),
  page: nullable(Type.String({ maxLength: LENGTHS.url, pattern: WEB_PAGE_PATTERN })),
  address: maybeProse(LENGTHS.address),
  leftOn: nullable(TargetDay),
};
export const TargetChange = Type.Partial(Type.Object(written));
export type TargetChange = Static<typeof TargetChange>;
export const NewTarget = Type.Interface([TargetChange], {
  name: written.name,
  /** Whose it is to be; null: the group’s own. */
  coalition: nullable(Slug),
});
export type NewTarget = Static<typeof NewTarget>;
export const MadeTarget = Type.Object({ id: Type.String() });
