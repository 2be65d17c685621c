import { expect, test } from 'vitest';
import { pastedGroup } from './pasted.ts';

test.each([
  'eastside',
  ' Eastside ',
  '/eastside/',
  'https://valley.example/groups/eastside',
  'https://valley.example/groups/eastside/events?past#main',
  'valley.example/groups/eastside?via=flyer',
  'https://valley.example/coalitions/eastside',
])('%j is the group eastside', (typed) => {
  expect(pastedGroup(typed)).toBe('eastside');
});

test('what is no address stays as it was typed, to be refused', () => {
  expect(pastedGroup('Eastside Tenants')).toBe('eastside tenants');
});
