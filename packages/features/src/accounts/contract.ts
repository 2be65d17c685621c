import { Type, type Static } from 'typebox';
import { PageOf } from '../paging.ts';
import { LanguageCode, SiteView } from '../site/contract.ts';
import { EmailAddress, line, Slug } from '../texts.ts';
import { LENGTHS } from '../lengths.ts';

const Name = line(LENGTHS.shownName);
const NewPassword = Type.String({ minLength: 10, maxLength: LENGTHS.password });
/** A present password is compared at whatever length it has: its length tells whoever guesses nothing. */
const PresentPassword = Type.String({ minLength: 1, maxLength: LENGTHS.password });
const TimeZone = Type.String({ minLength: 1, maxLength: LENGTHS.timeZone });
const Moment = Type.String({ format: 'date-time' });
const Nothing = Type.Null();

/** Who asks, as every page needs to know, and where they are. */
export const SessionView = Type.Object({
  viewer: Type.Union([
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      email: Type.String(),
      language: LanguageCode,
      timeZone: Type.String(),
      isSiteSteward: Type.Boolean(),
    }),
    Nothing,
  ]),
  site: SiteView,
});
export type SessionView = Static<typeof SessionView>;

/** `next`: the page to go back to; what was pressed there before is done. */
export const SignIn = Type.Object({
  email: EmailAddress,
  password: PresentPassword,
  next: Type.Optional(Type.String({ maxLength: LENGTHS.url })),
});
export type SignIn = Static<typeof SignIn>;

/** What may be pressed before signing in, and is done on arrival. */
export const Deed = Type.Enum(['groups.join', 'groups.ask', 'groups.accept', 'events.rsvp']);
export type Deed = Static<typeof Deed>;

/** One deed on one thing: a slug, or an id. `via`: the code of the short link by which its asker came. */
export type Intent = { deed: Deed; subject: string; via?: string | undefined };

/** To accept an invitation is pressed at its own address, which knows it by its token. */
export const NewIntent = Type.Object({
  deed: Type.Enum(['groups.join', 'groups.ask', 'events.rsvp']),
  slug: Slug,
  via: Type.Optional(Type.String({ maxLength: LENGTHS.linkCode, pattern: '^[A-Za-z0-9-]*$' })),
});
export type NewIntent = Static<typeof NewIntent>;

/** What became of what was pressed before; null: nothing was. Refused, the page it was pressed on says why. */
export const IntentOutcome = Type.Object({
  deed: Deed,
  outcome: Type.Enum(['done', 'refused']),
});
export type IntentOutcome = Static<typeof IntentOutcome>;

/** `next` is where to go on once the email is proven: a path of this site; any other address counts as the front page. */
export const Opening = Type.Object({
  name: Name,
  email: EmailAddress,
  password: NewPassword,
  language: LanguageCode,
  timeZone: Type.Optional(TimeZone),
  next: Type.Optional(Type.String({ maxLength: LENGTHS.url })),
  invitation: Type.Optional(Type.String({ maxLength: 100 })),
});
export type Opening = Static<typeof Opening>;
/** `intent`: what its asker pressed before, and is done with it. */
export const OpeningView = Type.Object({
  name: Type.String(),
  email: Type.String(),
  intent: Type.Union([Deed, Nothing]),
});
export type OpeningView = Static<typeof OpeningView>;
export const OpeningDone = Type.Object({ next: Type.String(), intent: Type.Union([IntentOutcome, Nothing]) });
export type OpeningDone = Static<typeof OpeningDone>;

/** One's own account. `newEmail` is asked for and not proven yet. */
export const AccountView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  newEmail: Type.Union([Type.String(), Nothing]),
  language: LanguageCode,
  timeZone: Type.String(),
  createdAt: Moment,
});
export type AccountView = Static<typeof AccountView>;
export const AccountChange = Type.Object({
  name: Type.Optional(Name),
  language: Type.Optional(LanguageCode),
  timeZone: Type.Optional(TimeZone),
});
export type AccountChange = Static<typeof AccountChange>;
export const AccountEnd = Type.Object({ password: PresentPassword });

/** Browsers that are signed in, last used first. `lastSeenOn` is a day. */
export const SessionsView = Type.Object({
  rows: Type.Array(
    Type.Object({
      key: Type.String(),
      createdAt: Moment,
      lastSeenOn: Type.String({ format: 'date' }),
      isThisOne: Type.Boolean(),
    }),
  ),
});
export type SessionsView = Static<typeof SessionsView>;

export const PasswordChange = Type.Object({ currentPassword: PresentPassword, newPassword: NewPassword });
export type PasswordChange = Static<typeof PasswordChange>;
export const ResetRequest = Type.Object({ email: EmailAddress });
/** `next` as for signing in. */
export const Reset = Type.Object({
  password: NewPassword,
  next: Type.Optional(Type.String({ maxLength: LENGTHS.url })),
});
export const ResetView = Type.Object({ email: Type.String() });
export type ResetView = Static<typeof ResetView>;

export const EmailChange = Type.Object({ email: EmailAddress, password: PresentPassword });
export type EmailChange = Static<typeof EmailChange>;
export const EmailChangeView = Type.Object({ email: Type.String() });
export type EmailChangeView = Static<typeof EmailChangeView>;

export const InvitationRequest = Type.Object({
  email: Type.Optional(EmailAddress),
  language: Type.Optional(LanguageCode),
});
export type InvitationRequest = Static<typeof InvitationRequest>;
/** Shown once, to the steward who made it: afterwards nobody knows its address. */
export const InvitationMade = Type.Object({ id: Type.String(), url: Type.String() });
export type InvitationMade = Static<typeof InvitationMade>;
export const InvitationsPage = PageOf(
  Type.Object({
    id: Type.String(),
    email: Type.Union([Type.String(), Nothing]),
    madeAt: Moment,
    expiresAt: Moment,
    usedAt: Type.Union([Moment, Nothing]),
  }),
);
export type InvitationsPage = Static<typeof InvitationsPage>;
/** What the holder of an invitation may know: whom it is for, null for whoever holds it. */
export const AccountInvitationView = Type.Object({ email: Type.Union([Type.String(), Nothing]) });
export type AccountInvitationView = Static<typeof AccountInvitationView>;
