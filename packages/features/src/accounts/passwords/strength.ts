import { AsideBusy as GuessersBusy, AsideLost, openAside } from '@groundwork/aside';
import { Busy, Invalid } from '../../errors.ts';
import type { Guess, isGuessed } from './guessing.ts';

/** Signs that one password has to have in all; fewer are the same few again and again. */
const LEAST_SIGNS = 4;

// The lists of words take 100 MB, and a password is set once in a long while.
const guess = openAside<typeof isGuessed>(new URL('./guessing-process.ts', import.meta.url), {
  memory: 256,
  waiting: 20,
  patience: 15_000,
  idle: 20_000,
});

/** `known`: the account's own name, and those of the site and its groups. */
type Whose = { email: string; known: string[]; field: string };

/**
 * Refuses (422, at `field`) a password that is soon guessed. Its length is the contract's affair. Takes up to a second;
 * Busy when many are being set.
 */
export async function mustBeHardToGuess(password: string, { email, known, field }: Whose): Promise<void> {
  const plain = password.toLowerCase().trim();
  const address = email.toLowerCase();
  const local = address.split('@')[0] ?? address;
  if ([address, local].includes(plain))
    throw new Invalid([{ name: field, code: 'accounts.password-is-email' }]);
  const isCommon =
    new Set(plain).size < LEAST_SIGNS || (await fallsTo({ password, known: [address, local, ...known] }));
  if (isCommon) throw new Invalid([{ name: field, code: 'accounts.password-common' }]);
}

async function fallsTo(asked: Guess) {
  try {
    return await guess(asked);
  } catch (error) {
    if (error instanceof GuessersBusy || error instanceof AsideLost) throw new Busy();
    throw error;
  }
}
