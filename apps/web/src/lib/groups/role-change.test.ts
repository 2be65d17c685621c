import { expect, test } from 'vitest';
import { roleChangeOf } from './role-change.ts';

const shown = { shownRole: 'organizer', shownOwnRole: 'press' };

test('what was not touched in a member’s row is not asked for', () => {
  expect(roleChangeOf({ ...shown, role: 'organizer', ownRole: '' })).toEqual({ ownRoleId: null });
  expect(roleChangeOf({ ...shown, role: 'member', ownRole: 'press' })).toEqual({ role: 'member' });
  expect(roleChangeOf({ ...shown, role: 'organizer', ownRole: 'press' })).toEqual({});
});

test('a group with no role of its own is asked for none', () => {
  expect(roleChangeOf({ shownRole: 'member', shownOwnRole: '', role: 'steward' })).toEqual({
    role: 'steward',
  });
});
