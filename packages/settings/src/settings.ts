import { readFileSync } from 'node:fs';
import { createPrivateKey } from 'node:crypto';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { asAddress, readArrivals, type Arrivals } from './arrivals.ts';
import { SettingsError } from './error.ts';
import type { SettingName } from './guide.ts';
import { asBucket, asNameServers, asPlace, asRecipient, asRule } from './places.ts';

export { SettingsError } from './error.ts';
export { settingsGuide } from './guide.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type Dkim = { domainName: string; keySelector: string; privateKey: string };

export type Settings = {
  port: number;
  host: string;
  /** Absolute. It need not exist yet. */
  dataDir: string;
  /** Scheme, host and port only: no path, no trailing slash. */
  publicUrl: string;
  /** Absent: the embedded database. */
  databaseUrl: string | undefined;
  /** Absent: jobs and live updates go through PostgreSQL. */
  redisUrl: string | undefined;
  /** A bucket, as `s3://...`. Absent: the folder `files` of `dataDir`. */
  filesUrl: string | undefined;
  /** An absolute folder, or a bucket. Absent: no backup is made by itself. */
  backupTo: string | undefined;
  /** The public part of an age key. */
  backupRecipient: string | undefined;
  /** Whether a process of this site makes them every night, be it this one or another. */
  makesBackups: boolean;
  /** Such as `7 daily, 5 weekly, 12 monthly`. */
  backupKeep: string;
  /** Absent: mail stays in the Outbox. */
  smtpUrl: string | undefined;
  /** Whether a process of this site sends mail, be it this one or another. */
  sendsMail: boolean;
  /** So many mails an hour the mail server takes. Absent: it has no limit of its own. */
  smtpPerHour: number | undefined;
  mailFrom: string;
  dkim: Dkim | undefined;
  /** Whom the DNS is asked of, as `9.9.9.9` or `127.0.0.1:5353`. Empty: whom this machine asks. */
  dnsServers: string[];
  /** Absent: whoever starts the site makes one and keeps it under `dataDir`. */
  secret: string | undefined;
  apiUrl: string;
  /** In the form Fastify takes. */
  trustProxy: boolean | number | string[];
  /** Strangers a minute at one campaign or event. */
  proofPast: number;
  /** Days that the journal keeps what is no audit. */
  journalDays: number;
  /** Days that it keeps the rest; no fewer. */
  auditDays: number;
  logLevel: (typeof logLevels)[number];
  /** Absent: nobody can read metrics. */
  metricsAddress: { host: string; port: number } | undefined;
  /** Whole seconds, 0 to 300. */
  drainSeconds: number;
  production: boolean;
} & Arrivals;

/** Reads and checks every variable; an empty one counts as absent. Throws SettingsError at the first that is wrong. */
export function loadSettings(env: NodeJS.ProcessEnv): Settings {
  const read = (name: SettingName) => env[name]?.trim() || undefined;
  const port = asPort(read('PORT'));
  const host = read('HOST') ?? '127.0.0.1';
  const publicUrl = asOrigin('PUBLIC_URL', read('PUBLIC_URL')) ?? `http://localhost:${port}`;
  const backupTo = asPlace(read('BACKUP_TO'));
  const backupRecipient = asRecipient(read('BACKUP_RECIPIENT'));
  const journalDays = asDays('JOURNAL_DAYS', read('JOURNAL_DAYS') ?? '90', 30);
  const smtpUrl = asUrl('SMTP_URL', read('SMTP_URL'), ['smtp:', 'smtps:']);
  return {
    port,
    host,
    publicUrl,
    dataDir: resolve(read('DATA_DIR') ?? '.data'),
    databaseUrl: asUrl('DATABASE_URL', read('DATABASE_URL'), ['postgres:', 'postgresql:']),
    redisUrl: asUrl('REDIS_URL', read('REDIS_URL'), ['redis:', 'rediss:']),
    filesUrl: asBucket('FILES_URL', read('FILES_URL')),
    backupTo,
    backupRecipient,
    makesBackups: asFlag('MAKES_BACKUPS', read('MAKES_BACKUPS')) || Boolean(backupTo && backupRecipient),
    backupKeep: asRule(read('BACKUP_KEEP')),
    smtpUrl,
    sendsMail: asFlag('SENDS_MAIL', read('SENDS_MAIL')) || smtpUrl !== undefined,
    smtpPerHour: asHourly(read('SMTP_PER_HOUR')),
    mailFrom: asSender(read('MAIL_FROM')) ?? `groundwork@${new URL(publicUrl).hostname}`,
    dkim: asDkim(read('DKIM_DOMAIN'), read('DKIM_SELECTOR'), read('DKIM_KEY')),
    ...readArrivals(read),
    dnsServers: asNameServers(read('DNS_SERVERS')),
    secret: asSecret(read('SECRET')),
    apiUrl: asOrigin('API_URL', read('API_URL')) ?? ownAddress(host, port),
    trustProxy: asTrust(read('TRUST_PROXY')),
    proofPast: asCrowd(read('PROOF_PAST')),
    journalDays,
    auditDays: asDays('AUDIT_DAYS', read('AUDIT_DAYS') ?? '730', journalDays),
    logLevel: asLogLevel(read('LOG_LEVEL')),
    metricsAddress: asAddress('METRICS_ADDRESS', read('METRICS_ADDRESS')),
    drainSeconds: asSeconds(read('DRAIN_SECONDS')),
    production: env.NODE_ENV === 'production',
  };
}

function asPort(text = '3000'): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new SettingsError(
      `PORT is "${text}", but it must be a whole number from 1 to 65535, such as 3000.`,
    );
  }
  return port;
}

function asUrl(
  name: SettingName,
  text: string | undefined,
  schemes: [string, ...string[]],
): string | undefined {
  if (text === undefined) return undefined;
  if (!URL.canParse(text) || !schemes.includes(new URL(text).protocol)) {
    // The value is not repeated: it may hold a password, and this sentence goes to logs.
    throw new SettingsError(
      `${name} is not an address that begins with ${schemes.map((it) => `${it}//`).join(' or ')}.`,
    );
  }
  return text;
}

function asOrigin(name: SettingName, text: string | undefined): string | undefined {
  const url = asUrl(name, text, ['http:', 'https:']);
  if (url === undefined) return undefined;
  const { origin, pathname, search, hash, username } = new URL(url);
  if (pathname !== '/' || search || hash || username) {
    throw new SettingsError(`${name} is more than a scheme and a host: write ${origin} instead.`);
  }
  return origin;
}

function asSender(text: string | undefined): string | undefined {
  if (text === undefined || /^([^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text))
    return text;
  throw new SettingsError(
    `MAIL_FROM is "${text}", but it must be an address or look like Our Coalition <hello@example.org>.`,
  );
}

function asDkim(domainName?: string, keySelector?: string, key?: string): Dkim | undefined {
  if (!domainName && !keySelector && !key) return undefined;
  if (!domainName || !keySelector || !key) {
    throw new SettingsError(
      'DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY belong together: set all three, or none.',
    );
  }
  return { domainName, keySelector, privateKey: asPrivateKey(key) };
}

function asPrivateKey(key: string): string {
  // Many hosts can only set a variable on one line, so a PEM may come with its newlines written as \n.
  const pem = key.startsWith('-----BEGIN') ? key.replaceAll('\\n', '\n') : readKeyFile(key);
  const kind = kindOf(pem);
  if (kind === 'rsa') return pem;
  throw new SettingsError(
    kind
      ? 'DKIM_KEY is another kind of key than RSA, the one that mail is signed with: make it with `openssl genrsa 2048`.'
      : 'DKIM_KEY is not a private key in PEM form: it must begin with -----BEGIN PRIVATE KEY-----.',
  );
}

function kindOf(pem: string): string | undefined {
  try {
    return createPrivateKey(pem).asymmetricKeyType;
  } catch {
    return undefined;
  }
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new SettingsError(`DKIM_KEY names the file ${resolve(path)}, which cannot be read.`);
  }
}

function asSecret(text: string | undefined): string | undefined {
  if (text === undefined || text.length >= 32) return text;
  throw new SettingsError('SECRET is shorter than 32 characters: make one with `openssl rand -base64 33`.');
}

/** A process that listens everywhere is reached by its own machine at the loopback address. */
function ownAddress(host: string, port: number): string {
  const reachable =
    { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (isIP(host) === 6 ? `[${host}]` : host);
  return `http://${reachable}:${port}`;
}

function asTrust(text = 'false'): boolean | number | string[] {
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^\d$/.test(text)) return Number(text);
  const addresses = text.split(',').map((it) => it.trim());
  if (addresses.every(isProxyAddress)) return addresses;
  throw new SettingsError(
    `TRUST_PROXY is "${text}", but it must be true, false, a number of proxies from 0 to 9, or addresses such as 127.0.0.1,10.0.0.0/8.`,
  );
}

function isProxyAddress(text: string): boolean {
  const [address = '', bits = '0', ...rest] = text.split('/');
  const named = ['loopback', 'linklocal', 'uniquelocal'].includes(text);
  return named || (isIP(address) > 0 && /^\d{1,3}$/.test(bits) && rest.length === 0);
}

function asLogLevel(text = 'info'): Settings['logLevel'] {
  const level = logLevels.find((it) => it === text);
  if (level) return level;
  throw new SettingsError(`LOG_LEVEL is "${text}", but it must be one of ${logLevels.join(', ')}.`);
}

function asSeconds(text = '0'): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 300) return Number(text);
  throw new SettingsError(
    `DRAIN_SECONDS is "${text}", but it must be a whole number of seconds from 0 to 300.`,
  );
}

function asFlag(name: SettingName, text = 'false'): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new SettingsError(`${name} is "${text}", but it must be true or false.`);
}

function asDays(name: SettingName, text: string, least: number): number {
  if (/^\d{1,4}$/.test(text) && Number(text) >= least) return Number(text);
  throw new SettingsError(
    `${name} is "${text}", but it must be a whole number of days from ${least} to 9999.`,
  );
}

function asCrowd(text = '600'): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new SettingsError(
    `PROOF_PAST is "${text}", but it must be a whole number of people a minute from 1 to 9999999.`,
  );
}

function asHourly(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new SettingsError(
    `SMTP_PER_HOUR is "${text}", but it must be a whole number of mails from 1 to 9999999.`,
  );
}
