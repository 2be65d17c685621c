import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? '', max: 10 });

export async function load() {
  const { rows } = await pool.query({
    name: 'list',
    text: `select slug, title, starts_at from events where group_id = $1 and starts_at > now() order by starts_at limit 20`,
    values: [process.env.GROUP_ID],
  });
  return { rows };
}
