// Writes the one migration anew from every tables.ts, as long as nothing has been released: `pnpm regenerate`.
// What drizzle cannot express stands in migrations-extra.sql, which runs before the tables are made, and in
// migrations-after.sql. From the first release on, migrations are only ever added: `drizzle-kit generate --name deed`.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

process.chdir(import.meta.dirname);
const draft = '.migrations-new';
rmSync(draft, { recursive: true, force: true });
const args = ['../../node_modules/drizzle-kit/bin.cjs', 'generate', '--name', 'initial'];
execFileSync(process.execPath, args, {
  env: { ...process.env, MIGRATIONS_OUT: `./${draft}` },
  stdio: 'inherit',
});

const name = readdirSync(draft).find((file) => file.endsWith('.sql'));
if (!name) throw new Error('drizzle-kit made no migration: see what it says above.');
const parts = ['migrations-extra.sql', `${draft}/${name}`, 'migrations-after.sql'];
const sql = parts.map((path) => readFileSync(path, 'utf8').trim()).join('\n--> statement-breakpoint\n');
writeFileSync(`${draft}/${name}`, `${sql}\n`);
rmSync('migrations', { recursive: true, force: true });
renameSync(draft, 'migrations');
