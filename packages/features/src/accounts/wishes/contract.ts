import { Type, type Static } from 'typebox';
import { Slug } from '../../texts.ts';

/** What may be pressed before signing in, and is done on arrival. */
export const Deed = Type.Enum(['groups.join', 'groups.ask', 'groups.accept', 'events.rsvp']);
export type Deed = Static<typeof Deed>;

/** One deed on one thing: a slug, or an id. */
export type Wish = { deed: Deed; subject: string };

/** An invitation is wished for at its own address, which knows it by its token. */
export const NewWish = Type.Object({
  deed: Type.Enum(['groups.join', 'groups.ask', 'events.rsvp']),
  slug: Slug,
});
export type NewWish = Static<typeof NewWish>;

/** What became of what was pressed before; null: nothing was. Refused, the page it was pressed on says why. */
export const WishOutcome = Type.Object({
  deed: Deed,
  outcome: Type.Enum(['done', 'refused']),
});
export type WishOutcome = Static<typeof WishOutcome>;
