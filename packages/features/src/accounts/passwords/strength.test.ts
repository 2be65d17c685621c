import { expect, test } from 'vitest';
import { mustBeHardToGuess } from './strength.ts';

const of = (email: string, ...known: string[]) => ({ email, known, field: 'password' });
const luis = of('luis@example.org', 'Luis Robles', 'Valley Coalition', 'Riverside Tenants');

test.each([
  ...['Password1234', ' qwertyuiop ', 'abababababab', '1111111111', 'CONTRASEÑA123', '1qaz2wsx3edc'],
  ...['Groundwork2026', 'summer2027', 'Solidaridad1', 'P@ssw0rd2026', 'محمد123456', 'ab1'.repeat(66)],
])('guessers try %s first', async (password) => {
  await expect(mustBeHardToGuess(password, of('ana@example.org'))).rejects.toThrow('invalid');
});

test.each(['luisrobles1', 'Luis-Robles-77', 'ValleyCoalition1', 'riverside2026', 'TenantsRiverside!'])(
  'a guesser who knows Luis, his site and his groups tries %s',
  async (password) => {
    await expect(mustBeHardToGuess(password, luis)).rejects.toThrow('invalid');
  },
);

test('one’s own email, whole or its name, is no password', async () => {
  const ana = of('ana.maria.luz@example.org');
  await expect(mustBeHardToGuess('Ana.Maria.Luz', ana)).rejects.toThrow('invalid');
  await expect(mustBeHardToGuess('ana@example.org', of('Ana@example.org'))).rejects.toThrow('invalid');
});

test.each([
  ...['four words in a row', 'cuatro palabras sin nada en común', 'أربع كلمات متتالية'],
  ...['vK7#pQ2!xR', 'mapa tortuga violín nube', 'u8fj-w2kd-93ha'],
])('%s is one', async (password) => {
  await mustBeHardToGuess(password, luis);
});
