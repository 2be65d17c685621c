/** In which orders people are listed. */
export const PEOPLE_ORDERS = [
  ...(['newest', 'oldest', 'seen-last', 'seen-first', 'name', 'name-back'] as const),
  ...(['came-most', 'came-least', 'closest', 'furthest'] as const),
] as const;
