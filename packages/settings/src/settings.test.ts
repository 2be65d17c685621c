import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadSettings, SettingsError, settingsGuide } from './settings.ts';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(pem).toString();
const cannotSign = generateKeyPairSync('ed25519').privateKey.export(pem).toString();

test('an empty environment gives a site for this machine alone', () => {
  expect(loadSettings({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    dataDir: resolve('.data'),
    databaseUrl: undefined,
    redisUrl: undefined,
    filesUrl: undefined,
    backupTo: undefined,
    backupRecipient: undefined,
    makesBackups: false,
    backupKeep: '7 daily, 5 weekly, 12 monthly',
    smtpUrl: undefined,
    sendsMail: false,
    mailFrom: 'groundwork@localhost',
    dkim: undefined,
    returnAddress: undefined,
    inboxUrl: undefined,
    lmtpAddress: undefined,
    dnsServers: [],
    secret: undefined,
    apiUrl: 'http://127.0.0.1:3000',
    trustProxy: false,
    proofPast: 600,
    journalDays: 90,
    auditDays: 730,
    logLevel: 'info',
    metricsAddress: undefined,
    drainSeconds: 0,
    production: false,
  });
});

test('an empty variable counts as absent', () => {
  const blank = Object.fromEntries(settingsGuide.map(({ name }) => [name, ' ']));
  expect(loadSettings(blank)).toEqual(loadSettings({}));
});

test('mail and backups may be the work of another process, which alone has their secrets', () => {
  expect(loadSettings({ SENDS_MAIL: 'true', MAKES_BACKUPS: 'true' })).toMatchObject({
    ...{ sendsMail: true, smtpUrl: undefined, makesBackups: true, backupTo: undefined },
  });
  expect(loadSettings({ SMTP_URL: 'smtp://mail.example.org' }).sendsMail).toBe(true);
  expect(loadSettings({ BACKUP_TO: '/backups' }).makesBackups).toBe(false);
  expect(() => loadSettings({ SENDS_MAIL: 'smtp://a' })).toThrow('SENDS_MAIL is "smtp://a", but it must be');
});

test('what comes back is read only where it comes to an address of its own', () => {
  const RETURN_ADDRESS = 'Returns@example.org';
  const INBOX_URL = 'imaps://returns:p%40ss@mail.example.org/INBOX';
  expect(loadSettings({ RETURN_ADDRESS, INBOX_URL, LMTP_ADDRESS: '127.0.0.1:2424' })).toMatchObject({
    ...{ returnAddress: 'returns@example.org', inboxUrl: INBOX_URL },
    lmtpAddress: { host: '127.0.0.1', port: 2424 },
  });
  expect(() => loadSettings({ INBOX_URL })).toThrow('INBOX_URL is set, but');
  expect(() => loadSettings({ LMTP_ADDRESS: '[::1]:24' })).toThrow('LMTP_ADDRESS is set, but');
  expect(() => loadSettings({ RETURN_ADDRESS: 'a+b@example.org' })).toThrow('RETURN_ADDRESS is "a+b@');
  expect(() => loadSettings({ RETURN_ADDRESS: 'a-name-too-long-@example.org' })).toThrow('a short name');
});

test('the password of a mailbox is in no sentence', () => {
  const wrong = ['pop3://n:pa55@host', 'imaps://host', 'imaps://n:pa55%@host/INBOX', 'pa55'];
  for (const INBOX_URL of wrong)
    expect(() => loadSettings({ RETURN_ADDRESS: 'r@example.org', INBOX_URL })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('pa55') }),
    );
});

test('the port moves the addresses that are derived from it', () => {
  const settings = loadSettings({ PORT: '8080', HOST: '0.0.0.0' });
  expect(settings).toMatchObject({ publicUrl: 'http://localhost:8080', apiUrl: 'http://127.0.0.1:8080' });
});

test('an IPv6 host stands in brackets', () => {
  expect(loadSettings({ HOST: 'fd00::5' }).apiUrl).toBe('http://[fd00::5]:3000');
});

test('the public address loses its trailing slash and names the sender of mail', () => {
  const settings = loadSettings({ PUBLIC_URL: 'https://us.example.org/' });
  expect(settings).toMatchObject({
    publicUrl: 'https://us.example.org',
    mailFrom: 'groundwork@us.example.org',
  });
});

test('a DKIM key may be a file, a PEM, or a PEM on one line', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'dkim-')), 'key.pem');
  writeFileSync(file, key);
  for (const given of [file, key, key.replaceAll('\n', '\\n')]) {
    const { dkim } = loadSettings({ DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 'one', DKIM_KEY: given });
    expect(dkim?.privateKey.trim()).toBe(key.trim());
  }
});

test.for<[string, boolean | number | string[]]>([
  ['true', true],
  ['2', 2],
  ['10.0.0.0/8, loopback', ['10.0.0.0/8', 'loopback']],
])('TRUST_PROXY %s is understood', ([given, expected]) => {
  expect(loadSettings({ TRUST_PROXY: given }).trustProxy).toEqual(expected);
});

test.for<[string, { host: string; port: number }]>([
  ['127.0.0.1:9464', { host: '127.0.0.1', port: 9464 }],
  ['worker:9464', { host: 'worker', port: 9464 }],
  ['[::1]:9464', { host: '::1', port: 9464 }],
])('METRICS_ADDRESS %s is understood', ([given, expected]) => {
  expect(loadSettings({ METRICS_ADDRESS: given }).metricsAddress).toEqual(expected);
});

test.for<[string, NodeJS.ProcessEnv]>([
  ['PORT', { PORT: '3000x' }],
  ['PORT', { PORT: '0' }],
  ['PORT', { PORT: '70000' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'us.example.org' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://example.org/site' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://db/groundwork' }],
  ['REDIS_URL', { REDIS_URL: 'localhost:6379' }],
  ['FILES_URL', { FILES_URL: 's3://host/bucket' }],
  ['BACKUP_TO', { BACKUP_TO: 's3://KEY:SECRET@host' }],
  ['BACKUP_RECIPIENT', { BACKUP_RECIPIENT: 'AGE-SECRET-KEY-1' }],
  ['BACKUP_KEEP', { BACKUP_KEEP: 'all of them' }],
  ['SMTP_URL', { SMTP_URL: 'http://mail.example.org' }],
  ['MAIL_FROM', { MAIL_FROM: 'Our Coalition' }],
  ['DKIM_SELECTOR', { DKIM_DOMAIN: 'example.org' }],
  ['DNS_SERVERS', { DNS_SERVERS: '9.9.9.9,ns.example.org' }],
  ['DKIM_KEY', { DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 'one', DKIM_KEY: '/nowhere/key.pem' }],
  ['DKIM_KEY', { DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 'one', DKIM_KEY: '-----BEGIN NONSENSE' }],
  ['DKIM_KEY', { DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 'one', DKIM_KEY: cannotSign }],
  ['SECRET', { SECRET: 'too short' }],
  ['API_URL', { API_URL: 'ftp://api' }],
  ['TRUST_PROXY', { TRUST_PROXY: 'yes' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['METRICS_ADDRESS', { METRICS_ADDRESS: '9464' }],
  ['METRICS_ADDRESS', { METRICS_ADDRESS: 'localhost:0' }],
  ['METRICS_ADDRESS', { METRICS_ADDRESS: 'http://localhost:9464' }],
  ['DRAIN_SECONDS', { DRAIN_SECONDS: '5s' }],
  ['DRAIN_SECONDS', { DRAIN_SECONDS: '301' }],
  ['PROOF_PAST', { PROOF_PAST: '0' }],
  ['PROOF_PAST', { PROOF_PAST: 'many' }],
  ['JOURNAL_DAYS', { JOURNAL_DAYS: '29' }],
  ['JOURNAL_DAYS', { JOURNAL_DAYS: 'for ever' }],
  ['AUDIT_DAYS', { AUDIT_DAYS: '89' }],
])('a wrong %s is one sentence that names it', ([name, env]) => {
  const attempt = () => loadSettings(env);
  expect(attempt).toThrow(SettingsError);
  expect(attempt).toThrow(new RegExp(`^[^\\n]*${name}[^\\n]*\\.$`));
});

test('a password in a wrong address is not repeated', () => {
  const addresses = { DATABASE_URL: 'http://us:hunter2@db/x', FILES_URL: 's3://us:hunter2@host' };
  for (const [name, address] of Object.entries(addresses))
    expect(() => loadSettings({ [name]: address })).toThrow(/^((?!hunter2).)*$/);
});

test('the guide has one sentence for each variable', () => {
  for (const { sentence } of settingsGuide) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
