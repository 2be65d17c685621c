import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailboxKey, openReturn, returnPathOf, sealReturn, tokenIn } from './return-tokens.ts';

const secret = 'a secret of at least thirty-two characters';
const house = { settings: { secret, returnAddress: 'returns@groves.example' } } as Parameters<
  typeof tokenIn
>[0];
const hex = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString('hex'));
const said = fc.record({ mailId: fc.uuid(), mailboxKey: hex(8) });

test('a token says which mail and mailbox it is of, in whatever case it comes back', () => {
  fc.assert(
    fc.property(said, (token) => {
      const sealed = sealReturn(secret, token);
      expect(sealed).toMatch(/^[a-z2-7]{48}$/);
      expect(openReturn(secret, sealed)).toEqual(token);
      expect(openReturn(secret, sealed.toUpperCase())).toEqual(token);
    }),
  );
});

test('a token with another character, of another length or secret opens nothing', () => {
  const change = fc.record({
    at: fc.nat(47),
    letter: fc.constantFrom('a', 'b', 'z', '2', '7', '0', '.', 'é'),
  });
  fc.assert(
    fc.property(said, change, (token, { at, letter }) => {
      const sealed = sealReturn(secret, token);
      const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
      if (changed !== sealed) expect(openReturn(secret, changed)).toBeNull();
      expect(openReturn(`${secret}.`, sealed)).toBeNull();
      expect(openReturn(secret, sealed.slice(1))).toBeNull();
    }),
  );
});

test('whatever an address is, reading it does not throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ minLength: 48, maxLength: 48 })), (text) => {
      expect(tokenIn(house, text)).toBeNull();
      expect(tokenIn(house, `returns+${text}@groves.example`)).toBeNull();
    }),
  );
});

test('the address that a mail comes back to has a name that fits, and is read again', () => {
  const id = '0199f0aa-0000-7000-8000-000000000001';
  const path = returnPathOf(house, id, 'Ana+news@example.org') ?? '';
  expect(path.indexOf('@')).toBeLessThanOrEqual(64);
  const token = { mailId: id, mailboxKey: mailboxKey(house, 'ana@example.org') };
  expect(tokenIn(house, path.toUpperCase())).toEqual(token);
  expect(tokenIn(house, path.replace('groves', 'other'))).toBeNull();
  const without = { settings: { ...house.settings, returnAddress: undefined } };
  expect(returnPathOf(without, id, 'ana@example.org')).toBeUndefined();
});
