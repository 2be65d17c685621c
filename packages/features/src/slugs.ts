/** What a slug is made of: the part of an address by which a group, a campaign or an event is known. */
export const SLUG_FORM = '[a-z0-9]+(-[a-z0-9]+)*';
/** The pattern of one that is nothing else. */
export const SLUG_PATTERN = `^${SLUG_FORM}$`;

/** The most characters of a slug, by what it names. */
export const SLUG_LENGTHS = { group: 60, campaign: 80, event: 80 };
export const LONGEST_SLUG = Math.max(...Object.values(SLUG_LENGTHS));

/** The most characters of the words in one: they leave room for a number or a secret behind them. */
export const SLUG_STEMS = { group: 44, campaign: 60, event: 60 };

/**
 * The address of what is not out yet. It says nothing of the title, so that trying titles finds no draft; and as it is
 * made of the id, it goes on leading there once the draft is out and has a readable one.
 */
export function draftSlug(id: string): string {
  return `draft-${id.replaceAll('-', '')}`;
}

/** The id in a draft's address, or null for every other address. */
export function draftId(slug: string): string | null {
  const parts = /^draft-([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(slug);
  return parts && parts.slice(1).join('-');
}
