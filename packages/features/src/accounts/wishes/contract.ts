import { Type, type Static } from 'typebox';

/** What may be pressed before signing in, and is done on arrival. */
export const Deed = Type.Enum(['groups.join', 'groups.accept', 'events.rsvp']);

/** One deed on one thing: a slug, or an id. */
export const Wish = Type.Object({ deed: Deed, subject: Type.String({ minLength: 1, maxLength: 100 }) });
export type Wish = Static<typeof Wish>;
