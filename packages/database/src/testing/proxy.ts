import { once } from 'node:events';
import { connect as dial, createServer, type AddressInfo, type NetConnectOpts, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A line to PostgreSQL, and the address of what is reached through it. */
export async function aLineTo(databaseUrl: string): Promise<{ url: string; fallSilent(): void }> {
  const { hostname, port, searchParams } = new URL(databaseUrl);
  const folder = searchParams.get('host');
  const line = await aProxy(
    folder ? { path: `${folder}/.s.PGSQL.${port}` } : { port: Number(port), host: hostname },
  );
  const through = new URL(databaseUrl);
  through.search = '';
  through.hostname = '127.0.0.1';
  through.port = String(line.port);
  return { url: through.href, fallSilent: line.fallSilent };
}

/** A line to a server, on whose connections no byte passes any more when told, without either end hearing why. */
export async function aProxy(far: NetConnectOpts): Promise<{ port: number; fallSilent(): void }> {
  const silent = new Set<Socket>();
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const away = dial(far);
    open.add(near);
    near.on('data', (bytes) => !silent.has(near) && away.write(bytes));
    away.on('data', (bytes) => !silent.has(near) && near.write(bytes));
    for (const end of [near, away]) end.on('error', () => {});
    near.on('close', () => away.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    fallSilent: () => open.forEach((socket) => silent.add(socket)),
  };
}
