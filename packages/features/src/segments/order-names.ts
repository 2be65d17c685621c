/** In which orders people are listed. */
export const ORDER_NAMES = [
  ...(['newest', 'oldest', 'seen-last', 'seen-first', 'name', 'name-back'] as const),
  ...(['came-most', 'came-least', 'closest', 'furthest'] as const),
] as const;
