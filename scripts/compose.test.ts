import { settingsGuide } from '@groundwork/settings';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { instructionsIn, valuesIn, variablesIn, wordsIn } from './container-files.ts';

type Service = {
  user?: string;
  read_only?: boolean;
  image: string;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  environment?: Record<string, string>;
  entrypoint?: string[];
  ports?: string[];
  volumes?: string[];
  networks?: string[];
  healthcheck?: { disable?: boolean };
  pids_limit?: number;
  command?: string[];
  profiles?: string[];
};
type Compose = {
  services: Record<string, Service>;
  volumes: Record<string, null>;
  networks: Record<string, { internal?: boolean | string } | null>;
};

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const file = read('docker-compose.yml');
const { services, volumes, networks } = parse(file, { merge: true }) as Compose;
const instructions = instructionsIn(read('infra/Dockerfile'));
const caddyfile = wordsIn(read('infra/Caddyfile'));
const ownImage = services.api?.image ?? '';
const variables = valuesIn(file).flatMap(variablesIn);
const answers = ['https://organize.example.org', 'kim@example.org', '', 'Us <hello@example.org>', ''];

test('each variable of docker-compose.yml has a default or is written by setup', () => {
  const { env } = setUp(answers);
  expect(variables.length).toBeGreaterThan(30);
  for (const { name, isRequired, otherwise } of variables) {
    expect(isRequired || otherwise !== undefined, `${name} has neither a default nor a sentence`).toBe(true);
    if (isRequired) expect(env, `${name} is not written by setup`).toHaveProperty(name);
  }
});

test('PostgreSQL may have as many processes as connections, and its own beside them', () => {
  const { pids_limit: most = 0, command = [] } = services.postgres ?? {};
  const [, connections] = command.find((word) => word.startsWith('-cmax_connections='))?.split('=') ?? [];
  expect(Number(connections)).toBeGreaterThan(0);
  expect(most).toBeGreaterThanOrEqual(Number(connections) + 50);
});

test('no password has a default, and each setup makes others', () => {
  const secrets = variables.filter(({ name }) => /PASSWORD|SECRET|KEY$/.test(name));
  const optional = ['DKIM_KEY', 'GRAFANA_PASSWORD'];
  expect(new Set(secrets.map(({ name }) => name))).toEqual(
    new Set(['POSTGRES_PASSWORD', 'VALKEY_PASSWORD', ...optional]),
  );
  for (const { name, isRequired } of secrets) expect(isRequired, name).toBe(!optional.includes(name));
  for (const { otherwise = '' } of variables) expect(otherwise).not.toMatch(/password|secret/i);
  const [one, other] = [setUp(answers).env, setUp(answers).env];
  for (const name of ['POSTGRES_PASSWORD', 'VALKEY_PASSWORD']) {
    expect(one[name]).toMatch(/^[a-f0-9]{48}$/);
    expect(one[name]).not.toBe(other[name]);
  }
  expect(one.POSTGRES_PASSWORD).not.toBe(one.VALKEY_PASSWORD);
});

test('Grafana does not start with the password that all the world knows', () => {
  const { entrypoint: [command = '', ...words] = [], environment } = services.grafana ?? {};
  expect(environment?.GF_SECURITY_ADMIN_PASSWORD).toBe('${GRAFANA_PASSWORD:-}');
  const unescaped = words.map((word) => word.replaceAll('$$', '$'));
  const { status, stderr } = spawnSync(command, unescaped, {
    env: { PATH: process.env.PATH, GF_SECURITY_ADMIN_PASSWORD: '' },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^GRAFANA_PASSWORD is not set: .+\.\n$/),
  });
});

test('but for Caddy, nothing is published beyond this machine', () => {
  const published = Object.entries(services).filter(([, { ports }]) => ports);
  expect(published.map(([name]) => name).sort()).toEqual(['caddy', 'grafana', 'mailpit', 'prometheus']);
  for (const [name, { ports = [] }] of published)
    for (const port of ports) if (name !== 'caddy') expect(port, name).toMatch(/^127\.0\.0\.1:/);
});

test('the processes are given only settings that they read', () => {
  const known = new Set<string>(settingsGuide.map(({ name }) => name));
  const own = Object.entries(services).filter(([, { image }]) => image === ownImage);
  expect(own.map(([name]) => name).sort()).toEqual(['api', 'upgrade', 'web', 'worker']);
  for (const [name, { environment = {} }] of own)
    for (const setting of Object.keys(environment)) expect(known, `${setting} of ${name}`).toContain(setting);
});

test('a process that strangers can ask holds no secret of mail or of backups', () => {
  const secret = /^(SMTP_|DKIM_|BACKUP_|INBOX_)/;
  for (const name of ['caddy', 'web', 'api']) {
    const { environment = {}, volumes: mounts = [] } = services[name] ?? {};
    expect(
      Object.keys(environment).filter((setting) => secret.test(setting)),
      name,
    ).toEqual([]);
    expect(
      mounts.filter((mount) => mount.endsWith(':/backups')),
      name,
    ).toEqual([]);
  }
  expect(services.api?.environment).toMatchObject({
    ...{ SENDS_MAIL: '${SMTP_URL:+true}', MAKES_BACKUPS: '${BACKUP_RECIPIENT:+true}' },
  });
  expect(Object.keys(services.worker?.environment ?? {}).filter((name) => secret.test(name))).toHaveLength(9);
});

test('only Caddy, the sender of mail and the maker of backups reach the internet', () => {
  const open = Object.keys(networks).filter((name) => !networks[name]?.internal);
  const reaching = Object.entries(services).filter(([, { networks: on = [], profiles }]) => {
    expect(on.length).toBeGreaterThan(0);
    return !profiles && on.some((name) => open.includes(name));
  });
  expect(reaching.map(([name]) => name).sort()).toEqual(['caddy', 'upgrade', 'worker']);
  expect(networks.files?.internal).toBe('${FILES_WITHIN:-true}');
  expect(services.api?.networks).toContain('files');
});

test('no service runs as root, writes outside of its volumes, or may gain rights', () => {
  for (const [name, service] of Object.entries(services)) {
    expect(service.read_only, name).toBe(true);
    expect(service.cap_drop, name).toEqual(['ALL']);
    expect(service.security_opt, name).toContain('no-new-privileges:true');
    expect(service.cap_add ?? [], name).toEqual(name === 'caddy' ? ['NET_BIND_SERVICE'] : []);
    const user = service.user ?? (service.image === ownImage ? lastOf('USER', 'site') : undefined);
    expect(user, `${name} says not as whom it runs`).toBeDefined();
    expect(user, name).not.toMatch(/^(root|0)\b/);
  }
});

test('each service says whether it is well, but the one that ends by itself', () => {
  for (const [name, { healthcheck, image }] of Object.entries(services)) {
    if (name === 'upgrade') expect(healthcheck?.disable).toBe(true);
    else if (image === ownImage)
      expect(lastOf('HEALTHCHECK', 'site')).toContain('CMD ["/app/infra/healthy"]');
    else expect(healthcheck, name).toHaveProperty('test');
  }
});

test('a container is well only while its process is ready', async () => {
  let status = 503;
  const server = createServer((request, response) =>
    response.writeHead(request.url === '/readyz' ? status : 404).end(),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const PORT = String((server.address() as AddressInfo).port);
  const isWell = () =>
    new Promise((resolve) =>
      spawn(join(root, 'infra/healthy'), { env: { ...process.env, PORT } }).once('close', (code) =>
        resolve(code === 0),
      ),
    );
  expect(await isWell()).toBe(false);
  status = 200;
  expect(await isWell()).toBe(true);
  server.close();
  await once(server, 'close');
  expect(await isWell()).toBe(false);
});

test('stored data lies in named volumes', () => {
  const mounts = Object.values(services).flatMap((service) => service.volumes ?? []);
  const named = mounts.map((mount) => mount.replace(/\$\{[A-Z_]+:-(\w+)\}/, '$1').split(':')[0] ?? '');
  const mounted = named.filter((name) => !name.startsWith('./'));
  expect(new Set(mounted)).toEqual(new Set(Object.keys(volumes)));
  for (const mount of mounts.filter((it) => it.startsWith('./'))) expect(mount).toMatch(/:ro$/);
});

test('Caddy leads to services that there are, and is given what it asks for', () => {
  const led = caddyfile.filter(([first, second]) => first === 'import' && second === 'balanced');
  expect(new Set(led.map(([, , name]) => name))).toEqual(new Set(['api', 'web']));
  const asked = caddyfile.flat().filter((word) => word.startsWith('{$'));
  expect(asked.length).toBeGreaterThan(0);
  for (const word of asked)
    expect(services.caddy?.environment, word).toHaveProperty(word.slice(2).split(/[:}]/)[0] ?? '');
  expect(services.web?.environment?.API_URL).toBe('http://caddy:3000');
  expect(caddyfile).toContainEqual(['http://caddy:3000', '{']);
});

test('Caddy believes no proxy about who asks unless told, and then nothing that a visitor could have written', () => {
  expect(services.caddy?.environment?.TRUSTED_PROXIES).toBe('${TRUSTED_PROXIES:-}');
  const trusting = caddyfile.filter(([first = '']) => first.startsWith('trusted_proxies'));
  expect(trusting.slice(0, 2)).toEqual([
    ['trusted_proxies', 'static', '{$TRUSTED_PROXIES}'],
    ['trusted_proxies_strict'],
  ]);
});

test('setup writes a file that nobody else reads, and never over one that is there', () => {
  const { folder, run } = setUp(answers);
  expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
  const before = readFileSync(join(folder, '.env'), 'utf8');
  const again = run(answers);
  expect(again.status).toBe(1);
  expect(again.stderr).toContain('There is a .env already');
  expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(before);
});

test.each([
  ['an address with a path', ['https://example.org/site'], 'not an address'],
  ['no email', ['https://example.org', 'kim'], 'not an email address'],
  [
    'a mail server with a quote',
    ['https://example.org', 'kim@example.org', "smtp://a'b@c"],
    'not a mail server',
  ],
  ['no sender', ['https://example.org', 'kim@example.org', '', ''], 'not a sender'],
  ['a folder that is not from the root', [...answers.slice(0, 4), 'backups'], 'neither a folder'],
  ['too few answers', answers.slice(0, 3), 'The answers ended'],
])('setup refuses %s in a sentence, and writes nothing', (_what, given, sentence) => {
  const { folder, result } = setUp(given);
  expect(result.status).toBe(1);
  expect(result.stderr).toContain(sentence);
  expect(readdirSync(folder)).toEqual(['infra']);
});

/** What the last of these instructions in a stage of the Dockerfile says. */
function lastOf(instruction: string, stage: string): string | undefined {
  return instructions.findLast((it) => it.instruction === instruction && it.stage === stage)?.rest;
}

/** Runs infra/setup in a folder of its own, a line for each answer. */
function setUp(given: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-setup-'));
  mkdirSync(join(folder, 'infra'));
  copyFileSync(join(root, 'infra/setup'), join(folder, 'infra/setup'));
  chmodSync(join(folder, 'infra/setup'), 0o755);
  const run = (lines: string[]) =>
    spawnSync(join(folder, 'infra/setup'), {
      input: lines.map((line) => `${line}\n`).join(''),
      encoding: 'utf8',
    });
  const result = run(given);
  const env = result.status === 0 ? parseEnv(readFileSync(join(folder, '.env'), 'utf8')) : {};
  return { folder, run, result, env };
}
