import { LENGTHS } from '@groundwork/features/lengths';
import { expect, test } from 'vitest';
import { letterOf } from './letters.ts';

const campaign = { id: '0198', slug: 'keep-the-branch', action: 'petition' } as const;

test('news is written to those who signed, with the campaign’s card after it', () => {
  expect(letterOf(campaign, { title: 'We won', body: 'It stays.\n' })).toEqual({
    lines: 'add:signed:campaign=0198',
    subject: 'We won',
    body: 'It stays.\n\n{{petition keep-the-branch}}',
  });
});

test('of a pledge it is written to those who pledged', () => {
  const { lines } = letterOf({ ...campaign, action: 'pledge' }, { title: 'We won', body: 'It stays.' });
  expect(lines).toBe('add:pledged:campaign=0198');
});

test('the longest news keeps all of its words, and has no card', () => {
  const body = 'a'.repeat(LENGTHS.page);
  expect(letterOf(campaign, { title: 'We won', body }).body).toBe(body);
});
