import { newId } from '@groundwork/database';
import { createServer } from 'node:http';
import pg from 'pg';
import { WebSocketServer, type WebSocket } from 'ws';

/**
 * The limit of live: raw `ws`, one INSERT for each message, and the same bytes to everyone in the channel. A channel is the
 * path of the socket's address and of what is posted.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? '', max: 10 });
await pool.query('create table said (id uuid primary key, room text not null, body text not null)');
const channels = new Map<string, Set<WebSocket>>();

const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (text += chunk));
  request.on('end', () => {
    void say(request.url ?? '/', text).then(() => response.writeHead(201).end('{}'));
  });
});
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket, request) => {
  const url = request.url ?? '/';
  const channel = channels.get(url) ?? new Set();
  channels.set(url, channel.add(socket));
  socket.on('close', () => channel.delete(socket));
  socket.on('message', () => socket.send('{"ready":true}'));
});
server.listen(Number(process.env.PORT), '127.0.0.1');

async function say(channel: string, body: string) {
  await pool.query({
    name: 'say',
    text: 'insert into said (id, room, body) values ($1, $2, $3)',
    values: [newId(), channel, body],
  });
  const frame = Buffer.from(body);
  for (const socket of channels.get(channel) ?? []) socket.send(frame, { binary: false });
}
