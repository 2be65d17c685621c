import { expect, test } from 'vitest';
import { readPasted } from './pasted.ts';

const ana = 'ana@example.org';
const ben = 'ben@example.org';

test.each([
  ['commas', 'ana@example.org, ben@example.org'],
  ['semicolons', 'ana@example.org;ben@example.org;'],
  ['lines of any system', 'ana@example.org\r\nben@example.org\r'],
  ['blanks and tabs', 'ana@example.org\tben@example.org'],
  ['Arabic commas', 'ana@example.org، ben@example.org؛'],
  ['Chinese commas', 'ana@example.org，ben@example.org、'],
  ['a mail’s line', 'Ana Ruiz <ana@example.org>, Ben <BEN@example.org>'],
  ['names in quotes that hold a comma', '"Ruiz, Ana" <ana@example.org>, "Ben" <ben@example.org>'],
  ['last names first', 'Ruiz, Ana <ana@example.org>; Ben <ben@example.org>'],
  ['remarks', 'ana@example.org (Ana Ruiz, treasurer), ben@example.org'],
  ['rows of a sheet', 'Ana Ruiz\tana@example.org\tOslo\nBen\tben@example.org'],
  ['links of a page', 'mailto:ana@example.org, <mailto:Ben@example.org?subject=hi>'],
  ['the same twice', 'ana@example.org, Ana <ANA@example.org>\nben@example.org'],
])('%s part addresses', (_how, text) => {
  expect(readPasted(text)).toEqual({ addresses: [ana, ben], unreadable: [] });
});

test('a pasted word that is no address is reported as it was pasted, and the rest is used', () => {
  expect(readPasted('ana@example.org, ben@, Chris\nben@example.org; d@e@f.g h, <nobody>')).toEqual({
    addresses: [ana, ben],
    unreadable: ['ben@', 'Chris', 'd@e@f.g h', '<nobody>'],
  });
});

test('an empty paste invites nobody', () => {
  expect(readPasted(' \n ,;\n')).toEqual({ addresses: [], unreadable: [] });
});
