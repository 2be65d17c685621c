import type { Flag, Verb } from './verb.ts';

/** Everything that `groundwork` can do, in the order of its help. */
export const verbs: Record<string, Verb> = {
  doctor: {
    usage: 'groundwork doctor [--mail-to ADDRESS] [--through] [--dns HOST:PORT] | --headers FILE',
    summary:
      'Looks at settings, DNS, certificate, mail, clock, disk, database, queue and backups, and says what to mend.',
    flags: {
      'mail-to': value('send a test mail there as well, and say what the mail server answered'),
      through: choice('send a letter to the site’s own mailbox as well, and say what its headers mean'),
      headers: value('only say what the headers of this saved letter mean; - for standard input'),
      dns: value('ask this name server instead of the machine’s own'),
    },
    load: async () => (await import('./verbs/doctor.ts')).doctor,
  },
  backup: {
    usage: 'groundwork backup [--to FOLDER|s3://...] [--recipient age1...] | --list | --new-key FILE',
    summary: 'Keeps the whole site in one encrypted archive.',
    flags: {
      to: value('a folder or a bucket; BACKUP_TO when absent'),
      recipient: value('the public part of the key; BACKUP_RECIPIENT when absent'),
      list: choice('only list what is kept there'),
      'new-key': value('only make a key, into a file that is not there yet, or - to print it'),
    },
    load: async () => (await import('./verbs/backup.ts')).backup,
  },
  restore: {
    usage: 'groundwork restore [ARCHIVE|PLACE] --key FILE [--check]',
    summary: 'Brings a backup into an empty site, all or nothing: the newest at BACKUP_TO, or the one named.',
    flags: {
      key: value('the file with the secret part of the key, or - for standard input'),
      check: choice('only see whether the archive is whole and the key opens it'),
    },
    words: 1,
    load: async () => (await import('./verbs/restore.ts')).restore,
  },
  upgrade: {
    usage:
      "groundwork upgrade [--without-backup] [--to VERSION [--restart 'systemctl restart groundwork']], the latter in a clone",
    summary:
      'Brings the tables to the version of this code, after a backup; the version before goes on working.',
    flags: {
      'without-backup': choice('make none first'),
    },
    load: async () => (await import('./verbs/upgrade.ts')).upgrade,
  },
  account: {
    usage: 'groundwork account [reset|end-sessions|suspend|lift] EMAIL',
    summary:
      'Shows how an account stands, makes a link for a new password, or signs it out everywhere; EMAIL may be - to read it from standard input, past the history of the shell.',
    words: 2,
    load: async () => (await import('./verbs/account.ts')).account,
  },
  stats: {
    usage: 'groundwork stats',
    summary: 'Says how much there is, what waits, and how much room is left.',
    load: async () => (await import('./verbs/stats.ts')).stats,
  },
  'setup-link': {
    usage: 'groundwork setup-link',
    summary: 'Prints a new one-time link that sets an empty site up; earlier ones end.',
    load: async () => (await import('./verbs/setup-link.ts')).setupLink,
  },
};

function value(tells: string): Flag {
  return { type: 'string', tells };
}

function choice(tells: string): Flag {
  return { type: 'boolean', tells };
}
