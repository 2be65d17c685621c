import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { ask, startProgram } from '../programs.ts';
import { Stage } from '../stage.ts';
import type { SinkFound } from './sink.ts';

async function aSink(env: Record<string, string> = {}) {
  const stage = new Stage();
  onTestFinished(() => stage.end());
  const sink = await startProgram(stage, 'bench/load/sink.ts', { ready: null, env });
  await ask(sink, { take: 0 });
  const socket = connect(sink.port, '127.0.0.1');
  await once(socket, 'connect');
  return { sink, socket };
}

const letter = (to: string) =>
  `MAIL FROM:<a@b.test>\r\nRCPT TO:<${to}>\r\nDATA\r\nSubject: x\r\n\r\nDATA\r\n..\r\n\r\n.\r\n`;

test('the sink counts each mail and each receiver, also when all come in one piece', async () => {
  const { sink, socket } = await aSink();
  const taken = ask<SinkFound>(sink, { take: 3 });
  socket.write(`EHLO us\r\n${letter('ana@b.test')}${letter('sam@b.test')}${letter('ana@b.test')}`);
  expect((await taken).receivers).toBe(2);
});

test('a mail that comes letter by letter is one mail', async () => {
  const { sink, socket } = await aSink();
  const taken = ask<SinkFound>(sink, { take: 1 });
  for (const one of `EHLO us\r\n${letter('ana@b.test')}`) socket.write(one);
  expect((await taken).receivers).toBe(1);
});

test('a letter whose receiver is put off is not waited for', async () => {
  const { socket } = await aSink({ PER_SECOND: '0' });
  socket.write(`${letter('ana@b.test').split('Subject')[0]}NOOP\r\n`);
  let answers = '';
  for await (const chunk of socket) {
    answers += String(chunk);
    if (answers.includes('still here')) break;
  }
  expect(answers.match(/^\d{3}/gm)).toEqual(['220', '250', '451', '554', '250']);
});
