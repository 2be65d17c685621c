import { expect, test } from 'vitest';
import { bodyLimit } from './limits.ts';

const file = 'multipart/form-data; boundary=x';

test('only a list of people may be long', () => {
  expect(bodyLimit('/groups/eastside/people/imports', file)).toBe(33_554_432);
  expect(bodyLimit('/groups/eastside/people/import', file)).toBe(33_554_432);
  expect(bodyLimit('/site/postcodes', file)).toBe(33_554_432);
  expect(bodyLimit('/groups/eastside/people/imports/4/undo', file)).toBe(33_554_432);
  expect(bodyLimit('/groups/eastside/people/imports', 'application/x-www-form-urlencoded')).toBe(524_288);
  expect(bodyLimit('/groups/people-imports', file)).toBe(12_582_912);
  expect(bodyLimit('/sign-in', undefined)).toBe(524_288);
});
