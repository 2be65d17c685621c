import { mount } from '@groundwork/features/http';
import { routes } from '@groundwork/features/routes';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { buildValidator, READING } from './schemas.ts';

test('every schema of every route compiles', async () => {
  // Fastify's own compilers do so at once.
  const app = fastify({ ajv: READING });
  let count = 0;
  app.addHook('onRoute', ({ schema }) => void (count += Number(schema !== undefined)));
  mount(app, routes);
  await app.ready();
  expect(count).toBeGreaterThan(100);
});

test('schemas that say the same share what they are compiled to, under the same options only', () => {
  const schema = { type: 'object', required: ['slug'], properties: { slug: { type: 'string' } } };
  const asked = () => ({ schema: structuredClone(schema) });
  const plain = { customOptions: {} };
  const trimming = { customOptions: { removeAdditional: 'all' } };
  const validate = buildValidator({}, plain)(asked());
  expect(buildValidator({}, plain)(asked())).toBe(validate);
  const trim = buildValidator({}, trimming)(asked());
  expect(trim).not.toBe(validate);
  const value = { slug: 'valley', more: 1 };
  expect([validate(value), value]).toEqual([true, { slug: 'valley', more: 1 }]);
  expect([trim(value), value]).toEqual([true, { slug: 'valley' }]);
  expect(trim({})).toMatchObject({ error: [{ keyword: 'required' }] });
});
