/** Where a record came from. */
export const SOURCES = ['signature', 'rsvp', 'membership', 'import', 'door', 'hand', 'sheet'] as const;

/** Where an email is from: since when, null where it is not known; or when the whole record came, of which it is. */
export type EmailOrigin = {
  source: (typeof SOURCES)[number] | 'organizer' | 'own-page' | 'unknown';
  at: string | null;
  isOfRecord: boolean;
  provenAt: string | null;
};
