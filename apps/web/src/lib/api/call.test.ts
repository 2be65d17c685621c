import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import type { call as Call } from './api.server.ts';

/** Compiled by svelte-check and oxlint, which fail where one of these lines fits; never run. */
async function asksWrongly(call: typeof Call, event: RequestEvent) {
  const slug = 'eastside';
  // @ts-expect-error: No such path.
  await call(event, 'GET /group/:slug', { slug });
  // @ts-expect-error: No such method there.
  await call(event, 'POST /groups/:slug', { slug });
  // @ts-expect-error: A param is missing.
  await call(event, 'GET /groups/:slug/people/:personId', { slug });
  // @ts-expect-error: No params at all.
  await call(event, 'GET /groups/:slug');
  // @ts-expect-error: No such filter.
  await call(event, 'GET /groups', { serch: 'tenants' });
  // @ts-expect-error: The body is missing.
  await call(event, 'PUT /groups/:slug/deletion', { slug });
  // @ts-expect-error: The body lacks a field.
  await call(event, 'PUT /groups/:slug/deletion', { slug }, {});
  // @ts-expect-error: No such field in the body.
  await call(event, 'PUT /groups/:slug/deletion', { slug }, { nmae: 'Eastside' });
  // @ts-expect-error: A list where a text belongs.
  await call(event, 'PUT /groups/:slug/deletion', { slug }, { name: ['Eastside'] });
  // @ts-expect-error: This takes no body.
  await call(event, 'PUT /groups/:slug/membership', { slug }, { name: 'Eastside' });
  const group = await call(event, 'GET /groups/:slug', { slug });
  // @ts-expect-error: No such field in the answer.
  return group.nmae;
}

test('A wrong path, param, filter, body or answer does not compile.', () => {
  expect(asksWrongly).toBeInstanceOf(Function);
});
