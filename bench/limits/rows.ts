import fastify from 'fastify';
import pg from 'pg';

/** The limit of a list: bare Fastify, and the very statements that ours makes, each kept by the server under a name. */
const statements = JSON.parse(process.env.STATEMENTS ?? '[]') as { text: string; values: unknown[] }[];
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? '', max: 10 });
const app = fastify();

app.get('/', async () => {
  let rows: unknown[] = [];
  for (const [place, { text, values }] of statements.entries())
    rows = (await pool.query({ name: `statement-${place}`, text, values })).rows;
  return { rows };
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
