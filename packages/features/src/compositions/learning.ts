/** The letters that one mailing may be tried in, beside each other: each of its people gets one of them, by lot. */
export const VARIANTS = ['a', 'b', 'c', 'd'] as const;
export type Variant = (typeof VARIANTS)[number];

/** When they get it whom the lot leaves out: after two days, after a week, or not at all. */
export const LOTS = ['two-days', 'week', 'never'] as const;
export type Lot = (typeof LOTS)[number];
/** One in so many is left out. */
export const ONE_IN = 10;
/** For how many days it is counted what people do: with a lot, until those who were left out get it. */
export const LOT_DAYS: Record<Lot, number> = { 'two-days': 2, week: 7, never: 7 };
export const USUAL_DAYS = 7;

/** Of which share it is told what it did: where fewer had it, it would be told of those who never did. */
export const LEAST_REACHED = 0.8;

/** What people do that a mailing may bring about. */
export const DEEDS = ['signed', 'coming', 'came', 'joined', 'answered'] as const;
export type MailingDeed = (typeof DEEDS)[number];
