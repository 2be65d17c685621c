import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { closeGracefully } from './closing.ts';

// That nobody who comes meanwhile is cut off is shown under load, in journeys/rolling.test.ts.
test('whoever is connected when a server closes, and has not said a word yet, is answered', async () => {
  const server = closeGracefully(
    createServer((request, response) => void request.resume().once('end', () => response.end('yes'))),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const visitor = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await Promise.all([once(visitor, 'connect'), once(server, 'connection')]);
  const closed = new Promise((resolve) => server.close(resolve));
  visitor.end('GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n');
  expect(await text(visitor)).toMatch(/^HTTP\/1\.1 200 OK.*yes/s);
  await closed;
  expect(server.listening).toBe(false);
});
