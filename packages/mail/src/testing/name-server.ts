import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** By name: the texts of its TXT records, the addresses of its A records, and whether the server fails when asked for it. */
export type Zone = Record<string, { texts?: string[]; addresses?: string[]; fails?: boolean }>;

const A = 1;
const TXT = 16;
const FOUND = 0x8180;
const SERVER_FAILURE = 0x8182;
const NO_SUCH_NAME = 0x8183;

/**
 * A name server (RFC 1035) that knows one zone and nothing else, as it is when it is asked; resolves to its address as
 * `--dns` takes it.
 */
export async function aNameServer(zone: Zone): Promise<string> {
  const socket = createSocket('udp4');
  socket.on('message', (query: Buffer, { port, address }: RemoteInfo) => {
    socket.send(answer(query, zone), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  onTestFinished(() => void socket.close());
  return `127.0.0.1:${socket.address().port}`;
}

function answer(query: Buffer, zone: Zone): Buffer {
  const { name, type, end } = readQuestion(query);
  const { texts = [], addresses = [] } = zone[name] ?? {};
  const found = type === TXT ? texts.map(asText) : type === A ? addresses.map(asAddress) : [];
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(answerCode(zone[name]), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(found.length, 6);
  return Buffer.concat([header, query.subarray(12, end), ...found.map((bytes) => asRecord(type, bytes))]);
}

function answerCode(known: Zone[string] | undefined): number {
  if (!known) return NO_SUCH_NAME;
  return known.fails ? SERVER_FAILURE : FOUND;
}

function readQuestion(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

/** Of the name that was asked for, good for a minute. */
function asRecord(type: number, bytes: Buffer): Buffer {
  const head = [0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, bytes.length >> 8, bytes.length & 255];
  return Buffer.concat([Buffer.from(head), bytes]);
}

/** In pieces of at most 255 bytes, as long keys come. */
function asText(text: string): Buffer {
  const pieces = text.match(/.{1,255}/gs) ?? [''];
  return Buffer.concat(pieces.flatMap((piece) => [Buffer.from([piece.length]), Buffer.from(piece)]));
}

function asAddress(address: string): Buffer {
  return Buffer.from(address.split('.').map(Number));
}
