import { expect, test } from 'vitest';
import { providerOf } from './providers.ts';

test.each([
  ['ana@example.org', 'example.org'],
  ['Ana@Gmail.com', 'gmail.com'],
  ['ana@googlemail.com', 'gmail.com'],
  ['ana@hotmail.es', 'outlook.com'],
  ['ana@live.co.uk', 'outlook.com'],
  ['ana@yahoo.com.mx', 'yahoo.com'],
  ['ana@bücher.example', 'xn--bcher-kva.example'],
  ['ana@notgmail.com', 'notgmail.com'],
  ['ana@outlook.example.org', 'outlook.example.org'],
])('the mailbox of %s is kept by %s', (address, provider) => {
  expect(providerOf(address)).toBe(provider);
});
