import { Invalid } from '../../errors.ts';
import { GUESSED_FIRST } from './guessed-first.ts';

/** Refuses (422, at `field`) a password that guessers try first. Its length is the contract's affair. */
export function mustBeHardToGuess(
  password: string,
  { email, field }: { email: string; field: string },
): void {
  const plain = password.toLowerCase().trim();
  const address = email.toLowerCase();
  const isOwnEmail = [address, address.split('@')[0] ?? address].includes(plain);
  if (isOwnEmail) throw new Invalid([{ name: field, code: 'accounts.password-is-email' }]);
  if (GUESSED_FIRST.has(plain) || new Set(plain).size < 4) {
    throw new Invalid([{ name: field, code: 'accounts.password-common' }]);
  }
}
