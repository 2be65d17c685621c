import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { closeInALull } from './lull.ts';

/** Asks again and again on new connections until it is refused; tells how it went. */
const crowd = `
  const { request } = require('node:http');
  const { parentPort, workerData: port } = require('node:worker_threads');
  const answers = {};
  const ask = () => new Promise((done) => {
    const asking = request({ port, method: 'POST', agent: false }, (answer) =>
      answer.resume().once('end', () => done('answered')));
    asking.once('error', ({ code }) => done(code)).end('signed');
  });
  const visit = async () => {
    for (let answer; answer !== 'ECONNREFUSED'; await new Promise((next) => setTimeout(next, Math.random() * 100))) {
      answer = await ask();
      answers[answer] = (answers[answer] ?? 0) + 1;
    }
  };
  Promise.all(Array.from({ length: 8 }, visit)).then(() => parentPort.postMessage(answers));`;

test('whoever comes while a server closes is answered, or refused before a word was said', async () => {
  for (let round = 0; round < 8; round++) {
    const server = closeInALull(
      createServer((request, response) => {
        // What an answer costs keeps the server from seeing who comes meanwhile.
        const until = performance.now() + 1.5;
        while (performance.now() < until);
        request.resume().once('end', () => response.end());
      }),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const visitors = new Worker(crowd, { eval: true, workerData: (server.address() as AddressInfo).port });
    const told = once(visitors, 'message');
    await pause(150);
    await new Promise((closed) => server.close(closed));
    const [answers] = (await told) as [object];
    expect(Object.keys(answers).sort()).toEqual(['ECONNREFUSED', 'answered']);
  }
});
