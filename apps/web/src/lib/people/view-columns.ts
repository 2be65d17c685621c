/** The columns that every group has, in the order in which they are offered. */
export const VIEW_COLUMNS = [
  ...(['name', 'email', 'phone', 'city', 'postcode', 'tags', 'language', 'pronouns'] as const),
  ...(['assessment', 'contact', 'source', 'added', 'seen', 'came', 'mailable'] as const),
];

/** What is proposed for a new view. */
export const PROPOSED_COLUMNS = ['name', 'phone', 'city'];

/** As many as the api takes. */
export const COLUMN_PLACES = 12;
