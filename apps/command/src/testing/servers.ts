import { aCertificate } from '@groundwork/features/testing/certificates';
import { once } from 'node:events';
import { createServer as createSecureServer } from 'node:https';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { TestSite } from '@groundwork/features/testing';
import { onTestFinished } from 'vitest';
import type { Env } from './testing.ts';

type Front = {
  days?: number;
  /** Whether the machine that asks trusts the certificate. */
  isTrusted?: boolean;
  /** By how much the clock of the site is ahead. */
  aheadMs?: number;
};

/** The site's own api behind a certificate, and the settings with which it is found there. */
export async function aFront(
  { app }: TestSite,
  { days = 90, isTrusted = true, aheadMs = 0 }: Front = {},
): Promise<Env> {
  const { key, cert } = aCertificate({ days });
  if (isTrusted) trust(cert);
  await app.ready();
  const server = createSecureServer({ key, cert }, (request, response) => {
    response.setHeader('date', new Date(Date.now() + aheadMs).toUTCString());
    app.routing(request, response);
  });
  const port = await listen(server);
  return {
    PUBLIC_URL: `https://localhost:${port}`,
    TRUST_PROXY: 'loopback',
  };
}

/** A mail server that knows nobody's password, or will not have us at all. */
export async function aForbiddingMailServer(greeting = '220 mail.test'): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.write(`${greeting}\r\n`);
    socket.on('data', (said) => {
      const isHello = /^EHLO/i.test(String(said));
      socket.write(isHello ? '250-mail.test\r\n250 AUTH PLAIN LOGIN\r\n' : '535 who are you\r\n');
    });
  });
  return `smtp://ana:hidden@127.0.0.1:${await listen(server)}`;
}

/** Makes a Redis what no site should stand on: one that forgets. */
export async function makeForgetful(url: string): Promise<void> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('CONFIG SET maxmemory-policy allkeys-lru\r\nCONFIG SET appendonly no\r\nQUIT\r\n');
  await once(socket.resume(), 'close');
}

/** As NODE_EXTRA_CA_CERTS does, until the test ends. */
function trust(certificate: string) {
  const usual = getCACertificates('default');
  setDefaultCACertificates([...usual, certificate]);
  onTestFinished(() => setDefaultCACertificates(usual));
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}
