/** What groups need and offer, in the order in which pages list it. What is none of these is `other`; money is not among them. */
export const THINGS = [
  'room',
  'vehicle',
  'interpreting',
  'speaker',
  'equipment',
  'hands',
  'food',
  'other',
] as const;

/** How many listings of one group may stand at once: a list of more is read by nobody. */
export const MOST_STANDING = 100;
