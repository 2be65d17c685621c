import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { zstdCompressSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import tar from 'tar-stream';
import { expect, test } from 'vitest';
import { readArchive, writeArchive, type ArchiveEntry } from './archive.ts';
import { newBackupKey } from './backups.ts';
import { aBackup, anEmptyPlace, isUntouched, sharedBackup, refusedWith, restoreAll } from './fixtures.ts';
import { entryNames, type ManifestHeader, type Sums } from './manifest.ts';

const NOT_WHOLE = 'This archive is not whole';
const DOES_NOT_FIT = 'does not fit the tables';

/** What a forger does to an archive, whose sums are made to agree again afterwards. */
type Forgery = (archive: Forged) => void;

const forgeries: Record<string, [string, Forgery]> = {
  'a file that leads out of its folder': [
    NOT_WHOLE,
    ({ add }) => add('files/../../../tmp/groundwork-was-here', 'hello'),
  ],
  'a file at the root of the disk': [NOT_WHOLE, ({ add }) => add('/tmp/groundwork-was-here', 'hello')],
  'a file whose name is none of ours': [NOT_WHOLE, ({ add }) => add('files/hello', 'hello')],
  'a table that leads out of its folder': [NOT_WHOLE, ({ add }) => add('tables/../keys.json', '{}')],
  'rows of a table that is not listed': [NOT_WHOLE, ({ add }) => add('tables/pg_authid/0000000', 'root\n')],
  'SQL in the name of a table': [
    NOT_WHOLE,
    ({ header }) => header.tables.push({ name: "x\" (y) from program 'touch /tmp/x'; --", columns: ['y'] }),
  ],
  'SQL in the name of a column': [
    'is not in this archive as its version',
    ({ table }) => (table('sites').columns[0] = "name\") from program 'touch /tmp/groundwork-was-here' --"),
  ],
  'a table that is missing': [
    'is not in this archive as its version',
    ({ header }) => (header.tables = header.tables.filter(({ name }) => name !== 'backups')),
  ],
  'SQL where a number should be': [NOT_WHOLE, ({ sums }) => (sums.sequences.x = '1); drop table sites; --')],
  'a secret that is none': [NOT_WHOLE, ({ set }) => set(entryNames.keys, { secret: ['a', 'list'] })],
  'a header that is none': [NOT_WHOLE, ({ set }) => set(entryNames.header, null)],
  'a version that speaks to the terminal': [NOT_WHOLE, ({ header }) => (header.version = '\u001b[2J1.0.0')],
  'a header as large as a film': [
    NOT_WHOLE,
    ({ header }) => (header.migrations = Array.from({ length: 100_000 }, () => 'a'.repeat(64))),
  ],
  'a file larger than any upload': [
    NOT_WHOLE,
    ({ add }) => add(entryNames.file('f'.repeat(32)), Buffer.alloc(67_200_000)),
  ],
  'a row larger than the memory of the database': [
    NOT_WHOLE,
    ({ fill }) => fill('sites', Buffer.alloc(34_000_000)),
  ],
  'rows that are no rows': [DOES_NOT_FIT, ({ fill }) => fill('sites', 'neither tabs nor sense\n')],
  'rows that refer to nothing': [
    DOES_NOT_FIT,
    ({ fill }) => fill('site_stewards', '01a21309-516f-7f77-bd80-2ae14b865276\t2026-11-25 14:08:27+00\n'),
  ],
};

test(
  'an archive made by somebody who knows the public key changes nothing',
  { timeout: 60_000 },
  async () => {
    const { archive, recipe } = await aBackup();
    const { recipient } = await sharedBackup();
    const target = await anEmptyPlace();
    const genuine = await partsOf(archive, recipe.identity);
    for (const [what, [sentence, forgery]] of Object.entries(forgeries)) {
      const forged = forge(genuine, forgery);
      await writeFile(archive, await buffer(await writeArchive(Readable.from(forged), recipient)));
      await refusedWith({ ...target, ...recipe, from: archive }, sentence).catch((error: unknown) => {
        throw new Error(`${what}: ${String(error)}`);
      });
    }
    await isUntouched(target);
    expect(await readdir('/tmp')).not.toContain('groundwork-was-here');
    await writeFile(archive, await buffer(await writeArchive(Readable.from(genuine), recipient)));
    await restoreAll({ ...target, ...recipe, from: archive });
  },
);

test.for<[string, Parameters<tar.Pack['entry']>[0], string]>([
  ['a link', { name: 'files/aaaaaaaaaaaaaaaa', type: 'symlink', linkname: '/etc/passwd' }, ''],
  ['a folder', { name: 'tables', type: 'directory' }, ''],
  ['a name in a long header', { name: 'x', pax: { path: '../../x' } }, 'hello'],
  ['a long header without an end', { name: 'x', pax: { comment: 'a'.repeat(5_000_000) } }, 'hello'],
])('%s in an archive is refused', async ([, header, bytes]) => {
  const target = await anEmptyPlace();
  const { identity, recipient } = await newBackupKey();
  const from = `${target.dataDir}-forged.age`;
  const pack = tar.pack();
  pack.entry(header, bytes);
  pack.finalize();
  await writeFile(from, await seal(zstdCompressSync(await buffer(pack)), recipient));
  await refusedWith({ ...target, identity, from }, /not whole|no archive of Groundwork/);
  await isUntouched(target);
});

test('an archive whose header never ends is refused before it fills the memory', async () => {
  const target = await anEmptyPlace();
  const { identity } = await newBackupKey();
  const from = `${target.dataDir}-endless.age`;
  await writeFile(from, `age-encryption.org/v1\n-> X25519 ${'A'.repeat(30_000_000)}`);
  const before = process.memoryUsage().arrayBuffers;
  await refusedWith({ ...target, identity, from }, 'no archive of Groundwork');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
});

test('a small archive that unpacks into much is read in little memory', async () => {
  const { archive, recipe } = await aBackup();
  const { recipient } = await sharedBackup();
  const target = await anEmptyPlace();
  const row = `${'a'.repeat(1_000)}\n`;
  const much = forge(await partsOf(archive, recipe.identity), ({ fill }) =>
    fill('sites', Buffer.alloc(250_000_000, row)),
  );
  await writeFile(archive, await buffer(await writeArchive(Readable.from(much), recipient)));
  expect((await stat(archive)).size).toBeLessThan(500_000);
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const onProgress = () => void (most = Math.max(most, process.memoryUsage().arrayBuffers));
  await refusedWith({ ...target, ...recipe, from: archive, onProgress }, DOES_NOT_FIT);
  expect(most).toBeGreaterThan(0);
  // Of 250 MB, with what is not yet cleared away.
  expect(most - before).toBeLessThan(125_000_000);
  await isUntouched(target);
});

type Forged = {
  header: ManifestHeader;
  sums: Sums;
  table(name: string): ManifestHeader['tables'][number];
  add(name: string, bytes: string | Buffer): void;
  /** What a table holds from now on. */
  fill(table: string, rows: string | Buffer): void;
  set(name: string, value: unknown): void;
};

async function partsOf(path: string, identity: string): Promise<ArchiveEntry[]> {
  const parts: ArchiveEntry[] = [];
  for await (const { name, bytes } of readArchive(Readable.from([await readFile(path)]), identity))
    parts.push({ name, bytes: await buffer(bytes) });
  return parts;
}

function forge(genuine: ArchiveEntry[], forgery: Forgery): ArchiveEntry[] {
  const parts = genuine.map((part) => ({ ...part }));
  const read = (name: string) => JSON.parse(String(parts.find((part) => part.name === name)?.bytes));
  const header: ManifestHeader = read(entryNames.header);
  const sums: Sums = read(entryNames.sums);
  const last = parts.pop();
  const given = new Map<string, unknown>();
  forgery({
    header,
    sums,
    table: (name) => header.tables.find((table) => table.name === name) ?? { name, columns: [] },
    add: (name, bytes) => void parts.push({ name, bytes: asBuffer(bytes) }),
    fill(table, rows) {
      const others = parts.filter(({ name }) => entryNames.tableOf(name) !== table);
      parts.splice(0, parts.length, ...others, { name: entryNames.part(table, 0), bytes: asBuffer(rows) });
    },
    set: (name, value) => void given.set(name, value),
  });
  if (last) parts.push(last);
  const agreed = { ...agree(parts, header), sequences: sums.sequences };
  const written: Record<string, unknown> = { [entryNames.header]: header, [entryNames.sums]: agreed };
  return parts.map(({ name, bytes }) => {
    const value = given.has(name) ? given.get(name) : written[name];
    return { name, bytes: value === undefined ? bytes : Buffer.from(JSON.stringify(value)) };
  });
}

/** Sums that say of these parts what is true. */
function agree(parts: ArchiveEntry[], header: ManifestHeader): Pick<Sums, 'counts' | 'files'> {
  const sha256 = (...pieces: (Buffer | string)[]) =>
    pieces.reduce((hash, piece) => hash.update(piece), createHash('sha256')).digest('hex');
  const counts = header.tables.map(({ name }) => {
    const pieces = parts.filter((part) => entryNames.tableOf(part.name) === name).map(({ bytes }) => bytes);
    const rows = pieces.reduce((sum, bytes) => sum + countLines(bytes), 0);
    return [name, { rows, sha256: sha256(...pieces) }] as const;
  });
  const files = parts.filter(({ name }) => entryNames.fileOf(name));
  const lines = files.map(({ name, bytes }) => `${entryNames.fileOf(name) ?? ''} ${sha256(bytes)}\n`);
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return {
    counts: Object.fromEntries(counts),
    files: { count: files.length, bytes: total, sha256: sha256(lines.join('')) },
  };
}

function asBuffer(bytes: string | Buffer): Buffer {
  return typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

async function seal(bytes: Buffer, recipient: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}
