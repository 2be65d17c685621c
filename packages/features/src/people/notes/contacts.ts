/** How somebody of a group speaks with a person, apart from mail to many. */
export const CONTACTS = ['call', 'meeting', 'text', 'letter'] as const;
export type ContactKind = (typeof CONTACTS)[number];
