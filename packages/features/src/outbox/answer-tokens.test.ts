import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answererOf, answersTo, sealAnswer } from './answer-tokens.ts';

const secret = 'a secret of at least thirty-two characters';
const house = { settings: { returnAddress: 'returns@valley.test', secret } } as never;
const to = (token: string) => answersTo('returns@valley.test', token);

test('the address for answers says whose they are, in whatever case, and fits', () => {
  fc.assert(
    fc.property(fc.uuid(), (personId) => {
      const address = to(sealAnswer(secret, personId));
      expect(answererOf(house, address)).toBe(personId);
      expect(answererOf(house, address.toUpperCase())).toBe(personId);
      expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
    }),
  );
});

test('an address of which a character was changed is nobody’s, nor one of another site', () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.nat(37),
      fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'.split('')),
      (personId, at, letter) => {
        const token = sealAnswer(secret, personId);
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        expect(answererOf(house, to(changed))).toBe(changed === token ? personId : null);
      },
    ),
  );
  const token = sealAnswer(secret, '019a0000-0000-7000-8000-000000000000');
  for (const address of [
    `returns+${token}@other.test`,
    `other+${token}@valley.test`,
    `returns@valley.test`,
    to('x'),
  ])
    expect(answererOf(house, address)).toBe(null);
});
