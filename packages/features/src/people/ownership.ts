import { sql, type SQL } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import { people } from './tables.ts';

/**
 * The people that groups hold of an account, to select from: `id`. Those besides whom a group knows by its mailbox alone, and of no
 * other account: the email of an account is proven, and whoever signs or answers by mail first often opens one later.
 */
export function peopleOfAccount(accountId: string): SQL {
  return sql`(select me.id from ${people} me where me.account_id = ${accountId}
    union all select me.id from ${people} me where me.account_id is null
      and me.email = (select own.email from ${accounts} own where own.id = ${accountId}))`;
}
