import { aSite } from '@groundwork/features/testing';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { buildApi } from './api.ts';

async function aDoor() {
  const site = await aSite();
  const app = await buildApi(site.house);
  onTestFinished(() => app.close());
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  return async (sent: string) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.end(sent);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    return { head, problem: JSON.parse(body) as unknown };
  };
}

test.each([
  [431, 'too-large', `GET /api/v1/${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
  [431, 'too-large', `GET /api/v1/session HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
  [400, 'malformed', 'this is no request\r\n\r\n'],
  [400, 'malformed', 'GET /api/v1/session HTTP/1.1\r\nHost : a\0\r\n\r\n'],
])('an unreadable request is %i, in words', async (status, code, sent) => {
  const send = await aDoor();
  const { head, problem } = await send(sent);
  expect(head).toContain(`HTTP/1.1 ${status} `);
  expect(head).toContain('Content-Type: application/problem+json');
  expect(problem).toMatchObject({ status, code, detail: expect.stringMatching(/\S/) });
});
