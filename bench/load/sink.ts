import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { answerTasks } from './tasks.ts';

/**
 * A mail server that takes all that comes, as fast as it comes: it answers several commands at once where they come at
 * once (RFC 2920), and keeps nothing but a count. Its task is to wait until so many mails were taken since the one
 * before.
 */
type SinkTask = { take: number };
/**
 * When the last was taken, in milliseconds of the epoch, how many different receivers they had, and how many were put off:
 * where `PER_SECOND` is set, it takes so many a second, and nothing for a minute from who asks for three times as many.
 */
export type SinkFound = { takenAt: number; receivers: number; putOff: number };

const SILENCE_MS = 60_000;
const PER_SECOND = Number(process.env.PER_SECOND ?? Infinity);
const ANSWERS: Record<string, string> = {
  EHLO: '250-sink\r\n250-PIPELINING\r\n250 8BITMIME',
  HELO: '250 sink',
  MAIL: '250 2.1.0 known',
  RCPT: '250 2.1.5 here',
  DATA: '354 go on',
  RSET: '250 2.0.0 forgotten',
  NOOP: '250 2.0.0 still here',
  QUIT: '221 2.0.0 until then',
};

const receivers = new Set<string>();
let taken = 0;
let putOff = 0;
let [second, asked, shutUntil] = [0, 0, 0];
let lastAt = Date.now();
let heard: () => void = () => {};

const server = createServer(converse).listen(Number(process.env.PORT), '127.0.0.1');
await once(server, 'listening');

answerTasks(async ({ take }: SinkTask): Promise<SinkFound> => {
  lastAt = Date.now();
  await new Promise<void>((resolve, reject) => {
    const clock = setInterval(() => {
      if (Date.now() - lastAt < SILENCE_MS) return;
      clearInterval(clock);
      reject(new Error(`Only ${taken} of ${take} mails came.`));
    }, 1_000);
    heard = () => {
      if (taken < take) return;
      clearInterval(clock);
      resolve();
    };
    heard();
  });
  const found = { takenAt: lastAt, receivers: receivers.size, putOff };
  taken = 0;
  putOff = 0;
  receivers.clear();
  return found;
});

function converse(socket: Socket) {
  let rest = Buffer.alloc(0);
  let isLetter = false;
  let hasReceiver = false;
  socket.on('error', () => {});
  socket.write('220 sink ESMTP\r\n');
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    let answers = '';
    for (;;) {
      const end = isLetter ? '\r\n.\r\n' : '\r\n';
      const at = rest.indexOf(end);
      if (at < 0) break;
      const line = isLetter ? '' : rest.toString('latin1', 0, at);
      rest = rest.subarray(at + end.length);
      const answer = isLetter ? took() : answerTo(line, hasReceiver);
      if (/^(rcpt|mail|rset)/i.test(line)) hasReceiver = /^rcpt/i.test(line) && answer.startsWith('250');
      isLetter = answer.startsWith('354');
      answers += answer;
    }
    if (answers !== '') socket.write(answers);
  });
}

/** Whoever sends several commands at once sends the letter's as well, before they know that its receiver was not taken. */
function answerTo(line: string, hasReceiver: boolean): string {
  const command = line.slice(0, 4).toUpperCase();
  if (command === 'DATA' && !hasReceiver) return '554 5.5.1 to nobody\r\n';
  if (command === 'RCPT' && isTooMuch()) return '451 4.7.28 more slowly\r\n';
  if (command === 'RCPT') receivers.add(line);
  return `${ANSWERS[command] ?? '500 5.5.1 what?'}\r\n`;
}

function isTooMuch(): boolean {
  const now = Date.now();
  if (Math.floor(now / 1000) !== second) [second, asked] = [Math.floor(now / 1000), 0];
  asked += 1;
  if (asked > PER_SECOND * 3) shutUntil = now + 60_000;
  if (now >= shutUntil && asked <= PER_SECOND) return false;
  putOff += 1;
  return true;
}

function took(): string {
  taken += 1;
  lastAt = Date.now();
  heard();
  return '250 2.0.0 taken\r\n';
}
