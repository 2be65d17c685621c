import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import pg from 'pg';

/**
 * The limit of lists: bare Fastify, and for each list the very statements that ours makes. At `/0` each of the first
 * list's is kept by the server under a name, which saves planning it again; at `/0/unnamed` each is planned for its own
 * values, which is sometimes faster.
 */
type Statement = { text: string; values: unknown[] };
const lists = JSON.parse(readFileSync(process.env.STATEMENTS_FILE ?? '', 'utf8')) as Statement[][];
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? '', max: 10 });
const app = fastify();

app.get('/', async () => ({}));
for (const [list, statements] of lists.entries()) {
  app.get(`/${list}`, () => answer(statements, (place) => ({ name: `statement-${list}-${place}` })));
  app.get(`/${list}/unnamed`, () => answer(statements, () => ({})));
}

type Naming = (place: number) => { name?: string };

async function answer(statements: Statement[], naming: Naming) {
  // What is set for one transaction needs one.
  if (!statements.some(({ text }) => text.startsWith('set local'))) return ask(pool, statements, naming);
  const client = await pool.connect();
  try {
    await client.query('begin');
    const answered = await ask(client, statements, naming);
    await client.query('commit');
    return answered;
  } finally {
    client.release();
  }
}

async function ask(on: pg.Pool | pg.PoolClient, statements: Statement[], naming: Naming) {
  let rows: unknown[] = [];
  for (const [place, statement] of statements.entries())
    rows = (await on.query({ ...naming(place), ...statement })).rows;
  return { rows };
}

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
