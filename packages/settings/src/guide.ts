/**
 * Every environment variable, in the order a host meets them. `default` is what holds when the variable is absent or
 * empty, in words where it is derived from another.
 */
export const settingsGuide = [
  { name: 'PORT', default: '3000', sentence: 'The port to listen on.' },
  {
    name: 'HOST',
    default: '127.0.0.1',
    sentence:
      'The address to listen on: by default this machine only, which is right on a laptop and behind a proxy; 0.0.0.0 lets the whole network in.',
  },
  {
    name: 'DATA_DIR',
    default: '.data',
    sentence: 'The folder for the embedded database, uploads and the generated secret.',
  },
  {
    name: 'PUBLIC_URL',
    default: 'http://localhost:PORT',
    sentence:
      'The address that people type: it stands in every link and mail, and unsafe requests must come from it.',
  },
  {
    name: 'DATABASE_URL',
    default: 'an embedded PostgreSQL under DATA_DIR',
    sentence: 'The PostgreSQL to use, as postgres://name:password@host/database.',
  },
  {
    name: 'REDIS_URL',
    default: 'PostgreSQL does its work',
    sentence: 'The Redis or Valkey for jobs and live updates, as redis://host:6379.',
  },
  {
    name: 'FILES_URL',
    default: 'the folder files in DATA_DIR',
    sentence: 'The bucket for uploads, as s3://KEY:SECRET@host/bucket?region=eu-1.',
  },
  {
    name: 'BACKUP_TO',
    default: 'no backup is made by itself',
    sentence: 'Where a backup goes every night: a folder, or s3://KEY:SECRET@host/bucket?region=eu-1.',
  },
  {
    name: 'BACKUP_RECIPIENT',
    default: 'none',
    sentence:
      'The public part of the key that opens backups, age1..., as groundwork backup --new-key prints it.',
  },
  {
    name: 'BACKUP_KEEP',
    default: '7 daily, 5 weekly, 12 monthly',
    sentence: 'Which backups stay: the newest of so many days, weeks, months or years.',
  },
  {
    name: 'MAKES_BACKUPS',
    default: 'as BACKUP_TO and BACKUP_RECIPIENT say',
    sentence:
      'Whether backups are made: true for a process that knows neither of the two, since another makes them.',
  },
  {
    name: 'SMTP_URL',
    default: 'mail stays in the Outbox page',
    sentence:
      'The server that sends mail, as smtps://name:password@host; without it mail stays in the Outbox, and stewards hand its links on.',
  },
  {
    name: 'SENDS_MAIL',
    default: 'as SMTP_URL says',
    sentence: 'Whether mail is sent: true for a process that is not told SMTP_URL, since another sends it.',
  },
  {
    name: 'SMTP_PER_HOUR',
    default: 'no limit of its own',
    sentence: 'How many mails an hour the mail server takes, where it is a relay with a limit.',
  },
  {
    name: 'MAIL_FROM',
    default: 'groundwork@ the host of PUBLIC_URL',
    sentence: 'The sender of mail, as an address or as Name <address>.',
  },
  {
    name: 'DKIM_DOMAIN',
    default: 'mail is not signed',
    sentence: 'The domain that signs mail; needs DKIM_SELECTOR and DKIM_KEY as well.',
  },
  { name: 'DKIM_SELECTOR', default: 'none', sentence: 'The name of the DKIM key in the DNS of DKIM_DOMAIN.' },
  {
    name: 'DKIM_KEY',
    default: 'none',
    sentence: 'The private DKIM key: the path of a PEM file, or the PEM itself.',
  },
  {
    name: 'RETURN_ADDRESS',
    default: 'what comes back goes to MAIL_FROM',
    sentence:
      'The address of the site that mail comes back to, as returns@example.org, where returns+anything@example.org arrives too.',
  },
  {
    name: 'INBOX_URL',
    default: 'no mailbox is read',
    sentence:
      'The mailbox in which mail to RETURN_ADDRESS arrives, as imaps://name:password@host/INBOX; it is read each minute.',
  },
  {
    name: 'LMTP_ADDRESS',
    default: 'nothing listens for mail',
    sentence:
      'Where the worker takes mail to RETURN_ADDRESS from a mail server of your own, over LMTP, as host:port.',
  },
  {
    name: 'DNS_SERVERS',
    default: 'those of the machine',
    sentence: 'Which name servers are asked for the records of mail, such as 9.9.9.9,127.0.0.1:5353.',
  },
  {
    name: 'SECRET',
    default: 'generated once and kept under DATA_DIR',
    sentence: 'At least 32 random characters that sign links; the same for every process of a site.',
  },
  {
    name: 'API_URL',
    default: 'this process',
    sentence: 'Where the web process finds the api, when the two run apart.',
  },
  {
    name: 'SOURCE_URL',
    default: 'none',
    sentence:
      'Where the source code of this very site can be had, as its licence asks; shown on the page /source.',
  },
  {
    name: 'TRUST_PROXY',
    default: 'false',
    sentence:
      "Whose X-Forwarded headers to believe: true, false, how many proxies stand in front, or the proxies' addresses, comma separated.",
  },
  {
    name: 'PROOF_PAST',
    default: '600',
    sentence:
      'How many strangers a minute may sign one campaign, or answer one event, before the browser of each is asked for some work.',
  },
  {
    name: 'JOURNAL_DAYS',
    default: '90',
    sentence: 'How many days the journal keeps what crowds do and what the site does by itself.',
  },
  {
    name: 'AUDIT_DAYS',
    default: '730',
    sentence:
      'How many days the journal keeps who decided what about others: roles, exports, suspensions, what was published or hidden.',
  },
  {
    name: 'LOG_LEVEL',
    default: 'info',
    sentence: 'How much is logged: fatal, error, warn, info, debug, trace or silent.',
  },
  {
    name: 'METRICS_ADDRESS',
    default: 'no metrics',
    sentence:
      'Where Prometheus may read the metrics of this process, as host:port; keep it away from the open internet.',
  },
  {
    name: 'DRAIN_SECONDS',
    default: '0',
    sentence:
      'How long a process that was asked to stop goes on serving, so that the proxy in front has time to look elsewhere.',
  },
] as const satisfies { name: string; default: string; sentence: string }[];

export type SettingName = (typeof settingsGuide)[number]['name'];
