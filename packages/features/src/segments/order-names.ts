/**
 * In which orders people are listed. By email, city, contact or tags, whoever has none stands last, whichever way; by contact
 * goes by the name of whoever keeps in touch, and by tags by the first tag of each in letters, from either end.
 */
export const ORDER_NAMES = [
  ...(['newest', 'oldest', 'seen-last', 'seen-first', 'name', 'name-back'] as const),
  ...(['came-most', 'came-least', 'closest', 'furthest', 'email', 'email-back'] as const),
  ...(['city', 'city-back', 'contact', 'contact-back', 'tags', 'tags-back'] as const),
] as const;
