import { expect, test } from 'vitest';
import { rolesToMail } from './roles.ts';

test('whoever gives every role invites by mail to all but a steward’s', () => {
  expect(rolesToMail(givenBy('member', 'organizer', 'steward'))).toEqual(['member', 'organizer']);
});

test('whoever gives no role of an organizer invites to none', () => {
  expect(rolesToMail(givenBy('member'))).toEqual(['member']);
});

function givenBy(...gives: string[]) {
  const roles = ['member', 'organizer', 'steward'] as const;
  return {
    given: roles.map((role) => ({ role, responsibilities: [], can: { give: gives.includes(role) } })),
  };
}
