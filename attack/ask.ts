import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { isIPv4 } from 'node:net';

/** One request, as it goes over the wire. `as` is the cookie of whoever asks. */
export type Request = {
  method: string;
  path: string;
  as?: string | undefined;
  headers?: Record<string, string>;
  body?: string | Buffer;
};
/** What came back. `status` is 0 where the connection ended without an answer. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
export type Ask = (asked: Request) => Promise<Answer>;

const PATIENCE_MS = 20_000;

/**
 * Asks a site on this machine, each time from another address of the loopback network, as a crowd would: limits by
 * address are tried by the floods alone. `from` names one address.
 */
export function askerAt(url: string, from?: string): Ask {
  const { hostname, port, host } = new URL(url);
  if (!isLoopback(hostname)) throw new Error('Only a site on this machine is attacked.');
  const agent = new Agent({ keepAlive: false });
  let count = 0;
  const nextAddress = () => {
    count += 1;
    return `127.${1 + ((count >> 16) & 127)}.${(count >> 8) & 255}.${count & 255}`;
  };
  return (asked) =>
    new Promise((resolve) => {
      const { method, path, as, headers, body } = asked;
      const lost = () => resolve({ status: 0, headers: {}, body: '' });
      const sent = request({
        ...{
          host: '127.0.0.1',
          port,
          method,
          path,
          agent,
          localAddress: from ?? nextAddress(),
          timeout: PATIENCE_MS,
        },
        headers: { host, origin: url, ...(as && { cookie: as }), ...headers },
      });
      sent.on('response', (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: String(Buffer.concat(chunks)),
          }),
        );
        answer.on('error', lost);
      });
      sent.on('timeout', () => sent.destroy());
      sent.on('error', lost);
      sent.end(body);
    });
}

function isLoopback(hostname: string) {
  return hostname === 'localhost' || (isIPv4(hostname) && hostname.startsWith('127.'));
}
