import { assert, constant, constantFrom, oneof, property, record, subarray } from 'fast-check';
import { expect, test } from 'vitest';
import { narrowerPreference, type MailPreference } from './preferring.ts';

const CAMPAIGNS = ['library', 'bus', 'park'].map((id) => ({ id, title: `Keep the ${id}` }));
const preferences = record<MailPreference>({
  pace: constantFrom(null, 'monthly' as const),
  onlyAbout: oneof(constant(null), subarray(CAMPAIGNS, { minLength: 1 })),
});

/** Which letters reach somebody: of each campaign or of none, after another one this month or not. */
function reached(preference: MailPreference | null): string[] {
  const letters = ['library', 'bus', 'park', 'none'].flatMap((about) =>
    [true, false].map((isFirst) => ({ about, isFirst })),
  );
  return letters
    .filter(({ about, isFirst }) => {
      if (preference === null) return false;
      const { pace, onlyAbout } = preference;
      return (isFirst || pace === null) && (onlyAbout === null || onlyAbout.some(({ id }) => id === about));
    })
    .map(({ about, isFirst }) => `${about} ${isFirst}`);
}

test('of two preferences exactly those letters come that both want', () => {
  assert(
    property(preferences, preferences, (one, other) => {
      const both = reached(one).filter((letter) => reached(other).includes(letter));
      expect(reached(narrowerPreference(one, other))).toEqual(both);
      expect(reached(narrowerPreference(other, one))).toEqual(both);
    }),
  );
});
