import type { Language } from '@groundwork/words';
import type { House } from '../context.ts';
import { addAccount, grantSiteSteward } from './actions.ts';
import { hashPassword } from './passwords/hashing.ts';
import { startSession } from './sessions.ts';

type Options = {
  name?: string;
  email?: string;
  language?: Language;
  timeZone?: string;
  isSiteSteward?: boolean;
};
let count = 0;

const password = 'a long enough sentence';
/** Hashing, and comparing with a hash, is slow by design: one quick hash will do for everyone a test invents. */
const passwordHash = hashPassword(password, { memoryCost: 64, timeCost: 1, parallelism: 1 });

/** An account with a session: `as(account)` knocks in its name. */
export async function anAccount({ house }: { house: House }, options: Options = {}) {
  count += 1;
  const {
    name = `Ana ${count}`,
    email = `ana${count}@example.org`,
    language = 'en',
    timeZone = 'UTC',
  } = options;
  const account = await house.db.transaction(async (tx) => {
    const opened = await addAccount(tx, { name, email, language, timeZone }, await passwordHash);
    if (options.isSiteSteward) await grantSiteSteward(tx, opened.id);
    return opened;
  });
  return { ...account, password, token: await startSession(house, account.id) };
}

type Letters = { letter: { button?: { url: string } } | null }[];

/** The token at the end of the newest mail's button, for whoever reads their mail. */
export function tokenOfMail(mails: Letters): string {
  const url = mails.at(-1)?.letter?.button?.url ?? '';
  return url.split(/[/=]/).at(-1) ?? '';
}
