import type { Language } from '@groundwork/words';
import type { House } from '../context.ts';
import { createAccount, grantSiteSteward } from './actions.ts';
import { startSession } from './sessions.ts';

type Wish = {
  name?: string;
  email?: string;
  language?: Language;
  timeZone?: string;
  isSiteSteward?: boolean;
};
let count = 0;

/** An account with a session: `as(account)` knocks in its name. */
export async function anAccount({ house }: { house: House }, wish: Wish = {}) {
  count += 1;
  const {
    name = `Ana ${count}`,
    email = `ana${count}@example.org`,
    language = 'en',
    timeZone = 'UTC',
  } = wish;
  const password = 'a long enough sentence';
  const account = await house.db.transaction(async (tx) => {
    const opened = await createAccount(tx, { name, email, language, timeZone, password });
    if (wish.isSiteSteward) await grantSiteSteward(tx, opened.id);
    return opened;
  });
  return { ...account, password, token: await startSession(house, account.id) };
}

type Letters = { letter: { button?: { url: string } } | null }[];

/** The token at the end of the newest mail's button, for whoever reads their mail. */
export function tokenIn(mails: Letters): string {
  const url = mails.at(-1)?.letter?.button?.url ?? '';
  return url.split(/[/=]/).at(-1) ?? '';
}
