import { isNull, type SQL } from 'drizzle-orm';
import { campaigns } from '../tables.ts';

/** The condition "nobody who moderates has hidden this campaign". */
export const isShown: SQL = isNull(campaigns.hiddenAt);
