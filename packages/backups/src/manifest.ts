/** What an archive says first: enough to make room for what follows. */
export type ManifestHeader = {
  /** Of the archive itself. */
  format: 1;
  /** Of Groundwork. */
  version: string;
  /** The moment of the snapshot, ISO 8601. */
  at: string;
  /** SHA-256 of each migration that the database had been through, in order. */
  migrations: string[];
  tables: { name: string; columns: string[] }[];
};

/** What it says last: by this, and only by this, it is whole. */
export type Sums = {
  /** Rows, and SHA-256 of what COPY says of them in the order of their key. */
  counts: Record<string, { rows: number; sha256: string }>;
  /** The last number each sequence gave; null for none yet. */
  sequences: Record<string, string | null>;
  /** How many, and SHA-256 of a line for each: its key, and the SHA-256 of its bytes. */
  files: { count: number; bytes: number; sha256: string };
};

export type Manifest = ManifestHeader & Sums;

/** What seals links in mails, and signs mail. */
export type SiteKeys = { secret: string; dkimKey?: string };

/** Names within the archive: a table in numbered parts, each file under its key. */
export const entryNames = {
  header: 'groundwork.json',
  keys: 'keys.json',
  sums: 'manifest.json',
  part: (table: string, number: number) => `tables/${table}/${String(number).padStart(7, '0')}`,
  tableOf: (name: string) => /^tables\/(\w+)\/\d+$/.exec(name)?.[1],
  file: (key: string) => `files/${key}`,
  fileOf: (name: string) => /^files\/([a-z0-9][a-z0-9-]{15,63})$/.exec(name)?.[1],
};
