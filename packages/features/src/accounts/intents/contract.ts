import { Type, type Static } from 'typebox';
import { Slug } from '../../texts.ts';

/** What may be pressed before signing in, and is done on arrival. */
export const Deed = Type.Enum(['groups.join', 'groups.ask', 'groups.accept', 'events.rsvp']);
export type Deed = Static<typeof Deed>;

/** One deed on one thing: a slug, or an id. */
export type Intent = { deed: Deed; subject: string };

/** To accept an invitation is pressed at its own address, which knows it by its token. */
export const NewIntent = Type.Object({
  deed: Type.Enum(['groups.join', 'groups.ask', 'events.rsvp']),
  slug: Slug,
});
export type NewIntent = Static<typeof NewIntent>;

/** What became of what was pressed before; null: nothing was. Refused, the page it was pressed on says why. */
export const IntentOutcome = Type.Object({
  deed: Deed,
  outcome: Type.Enum(['done', 'refused']),
});
export type IntentOutcome = Static<typeof IntentOutcome>;
