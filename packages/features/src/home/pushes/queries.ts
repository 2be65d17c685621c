import { asc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { pushDevices } from '../../notices/tables.ts';

/** The browsers that the viewer lets be rung, the oldest first. */
export function listDevices({ db, viewer }: Context) {
  return db
    .select()
    .from(pushDevices)
    .where(eq(pushDevices.accountId, viewer.id))
    .orderBy(asc(pushDevices.at), asc(pushDevices.id));
}
