import { expect, test } from 'vitest';
import { written } from './written.ts';

test('empty fields are null, issues are split at commas of any script', () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    title: ' A ',
    ask: 'B',
    goal: '',
    issues: 'housing, climate،السكن,',
  })) {
    form.set(name, value);
  }
  expect(written(form)).toEqual({
    title: 'A',
    ask: 'B',
    story: '',
    target: null,
    place: null,
    decidesOn: null,
    goal: null,
    issues: ['housing', 'climate', 'السكن'],
    startsOn: null,
    endsOn: null,
    asksPostcode: false,
    pledgeText: null,
  });
});

test('a goal is a number, and what is none is left for the api to refuse', () => {
  const form = new FormData();
  form.set('goal', '5000');
  expect(written(form).goal).toBe(5000);
  form.set('goal', 'many');
  expect(written(form).goal).toBe('many');
});
