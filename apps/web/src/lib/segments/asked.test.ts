import { expect, test } from 'vitest';
import { addressAsking, askedIn, lineOfTag } from './asked.ts';

test('an address says what is not as usual, and is read as it was written', () => {
  expect(addressAsking({})).toBe('?');
  const asked = {
    lines: `add:member;${lineOfTag('night & day')}`,
    segment: '',
    view: '0198c1de-0000-7000-8000-000000000001',
    mailing: '',
    search: 'ana',
    order: 'name',
    limit: 200,
  } as const;
  expect(askedIn(new URL(`http://site.example/people${addressAsking(asked)}`).searchParams)).toEqual(asked);
});

test('an order or a size that there is not is as usual', () => {
  expect(askedIn(new URLSearchParams({ order: 'height', limit: '7' }))).toMatchObject({
    order: 'newest',
    limit: 50,
  });
});
