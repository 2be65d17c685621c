import { Type, type Static } from 'typebox';
import { nullable, nullableCount } from '../../nullable.ts';

const Moment = Type.String({ format: 'date-time' });

/** How many mails a week the groups of a coalition together write to one person at most, as it proposes it; null: it proposes none. */
export const BudgetInput = Type.Object({ mostAWeek: nullableCount(1, 14) });
/** The number that a group says yes to: that which is proposed now, or the yes is refused (409). */
export const BudgetYes = Type.Object({ mostAWeek: Type.Integer({ minimum: 1, maximum: 14 }) });

/** What a coalition proposes, and which of its groups keep what, as far as the viewer may know of them. */
export const BudgetView = Type.Object({
  /** Null: it proposes none, and nobody keeps one. */
  mostAWeek: nullable(Type.Integer()),
  proposedAt: nullable(Moment),
  keepers: Type.Array(
    Type.Object({
      slug: Type.String(),
      name: Type.String(),
      /** The number that its own yes is for. */
      mostAWeek: Type.Integer(),
    }),
  ),
});
export type BudgetView = Static<typeof BudgetView>;

/** The same from the side of a group, for its stewards. */
export const OwnBudgetView = Type.Object({
  mostAWeek: nullable(Type.Integer()),
  /** What the group keeps, by whose yes, and since when; null: nothing. */
  kept: nullable(Type.Object({ mostAWeek: Type.Integer(), saidBy: nullable(Type.String()), saidAt: Moment })),
});
export type OwnBudgetView = Static<typeof OwnBudgetView>;
