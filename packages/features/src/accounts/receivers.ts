import { accounts } from './tables.ts';

/** An account as a notice reaches it, among the columns of a query. */
export const accountReceiver = {
  account: accounts.id,
  email: accounts.email,
  language: accounts.language,
  timeZone: accounts.timeZone,
};
