import { Resolver } from 'node:dns';
import { resolve } from 'node:path';
import { SettingsError } from './error.ts';

/** A bucket at `s3://KEY:SECRET@host/bucket`; the value is never repeated, for it holds a secret. */
export function asBucket(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 's3:' && url.username && url.password && url.pathname.length > 1) return text;
  throw new SettingsError(`${name} is not a bucket such as s3://KEY:SECRET@host/bucket?region=eu-1.`);
}

/** A folder, made absolute, or a bucket. */
export function asPlace(text: string | undefined): string | undefined {
  if (text === undefined || text.startsWith('s3:')) return asBucket('BACKUP_TO', text);
  return resolve(text);
}

export function asRecipient(text: string | undefined): string | undefined {
  if (text === undefined || /^age1[a-z0-9]{30,}$/.test(text)) return text;
  throw new SettingsError(
    'BACKUP_RECIPIENT is not the public part of a key, which begins with age1: make one with groundwork backup --new-key backup-key.txt.',
  );
}

export function asRule(text = '7 daily, 5 weekly, 12 monthly'): string {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.every((part) => /^\d{1,4} (hourly|daily|weekly|monthly|yearly)$/.test(part))) return text;
  throw new SettingsError(`BACKUP_KEEP is "${text}", but it must look like 7 daily, 5 weekly, 12 monthly.`);
}

/** Name servers, by address. */
export function asNameServers(text = ''): string[] {
  const servers = text
    .split(',')
    .map((server) => server.trim())
    .filter((server) => server !== '');
  try {
    new Resolver().setServers(servers);
  } catch {
    throw new SettingsError(
      `DNS_SERVERS is "${text}", but it must be addresses such as 9.9.9.9,127.0.0.1:5353.`,
    );
  }
  return servers;
}
