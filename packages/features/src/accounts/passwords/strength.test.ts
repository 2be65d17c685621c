import { expect, test } from 'vitest';
import { mustBeHardToGuess } from './strength.ts';

const of = (email: string) => ({ email, field: 'password' });

test.each(['Password1234', ' qwertyuiop ', 'abababababab', '1111111111', 'CONTRASEÑA123'])(
  'guessers try %s first',
  (password) => {
    expect(() => mustBeHardToGuess(password, of('ana@example.org'))).toThrow('invalid');
  },
);

test('one’s own email, whole or its name, is no password', () => {
  expect(() => mustBeHardToGuess('Ana.Maria.Luz', of('ana.maria.luz@example.org'))).toThrow('invalid');
  expect(() => mustBeHardToGuess('ana@example.org', of('Ana@example.org'))).toThrow('invalid');
});

test('a sentence is one, in any script', () => {
  expect(() => mustBeHardToGuess('four words in a row', of('ana@example.org'))).not.toThrow();
  expect(() => mustBeHardToGuess('أربع كلمات متتالية', of('ana@example.org'))).not.toThrow();
});
