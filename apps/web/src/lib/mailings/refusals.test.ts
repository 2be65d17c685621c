import { error } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { nullFor } from './refusals.server.ts';

const refused = (status: number) => Promise.resolve().then(() => error(status, 'No'));

test('what is not known yet is null, and what was answered is itself', async () => {
  expect(await nullFor([409, 503], refused(503))).toBeNull();
  expect(await nullFor([409], Promise.resolve(7))).toBe(7);
});

test('any other refusal, and any fault, is heard', async () => {
  await expect(nullFor([409, 503], refused(403))).rejects.toMatchObject({ status: 403 });
  await expect(nullFor([409], Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
});
