import { expect, test } from 'vitest';
import { blockOf, withBlock } from './blocks.ts';

test('a block is written as a mail reads it', () => {
  expect(blockOf('event', { slug: 'fill-the-chamber' })).toBe('{{event fill-the-chamber}}');
  expect(blockOf('button', { words: 'Call them', address: '/go/call' })).toBe(
    '{{button Call them -> /go/call}}',
  );
  expect(blockOf('name', { words: 'friend' })).toBe('{{first name|friend}}');
  expect(blockOf('picture', { words: 'The hall', key: 'picture-1' })).toBe('![The hall](/files/picture-1)');
});

test('words in a block do not end it', () => {
  expect(blockOf('button', { words: 'Call }} them\n-> now', address: '/x' })).toBe(
    '{{button Call them now -> /x}}',
  );
});

test('a block that lacks a part is none', () => {
  expect(blockOf('event', {})).toBeNull();
  expect(blockOf('button', { words: 'Call' })).toBeNull();
});

test('a block stands on a line of its own, a name among the words', () => {
  expect(withBlock('', '---')).toBe('---\n');
  expect(withBlock('Dear all,', '---')).toBe('Dear all,\n\n---\n');
  expect(withBlock('Dear all,\nCome.', '---', 10)).toBe('Dear all,\n\n---\n\nCome.');
  expect(withBlock('Dear ,', '{{first name|friend}}', 5)).toBe('Dear {{first name|friend}},');
});
