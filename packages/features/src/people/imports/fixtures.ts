import { sql } from 'drizzle-orm';
import type { TestAnswer, TestSite } from '../../testing.ts';

type Group = { slug: string };
type Account = { token: string };
type Plan = {
  encoding?: string;
  delimiter?: string;
  headingRow?: number;
  columns?: string[];
  consent?: 'none' | 'file' | 'email' | 'no';
  dateOrder?: 'day-first' | 'month-first';
  sheet?: number;
};

/** Sends a file as the web does. */
export async function sendFile(
  site: TestSite,
  { slug }: Group,
  by: Account,
  file: string | Buffer | { bytes: string | Buffer; fileName: string },
): Promise<TestAnswer> {
  const isNamed = typeof file === 'object' && 'fileName' in file;
  const fileName = isNamed ? file.fileName : 'lista de mayo.csv';
  const reply = await site.app.inject({
    method: 'POST',
    url: `/api/v1/groups/${slug}/imports?fileName=${encodeURIComponent(fileName)}`,
    headers: {
      origin: site.house.settings.publicUrl,
      host: new URL(site.house.settings.publicUrl).host,
      'content-type': 'text/csv',
    },
    cookies: { session: by.token },
    payload: isNamed ? file.bytes : file,
  });
  return { status: reply.statusCode, body: reply.json(), headers: reply.headers, cookie: null };
}

/** Sends a file, corrects how it is read if given, and says that it shall be applied; the worker has not yet. */
export async function askToImport(
  site: TestSite,
  group: Group,
  by: Account,
  { file, plan }: { file: string | Buffer; plan?: Plan },
) {
  const { body: sent, status } = await sendFile(site, group, by, file);
  if (status !== 201) throw new Error(`no import: ${status} ${JSON.stringify(sent)}`);
  const path = `/groups/${group.slug}/imports/${sent.id}`;
  const { encoding, delimiter, headingRow, columns, consent } = sent;
  if (plan)
    await site.as(by).put(`${path}/plan`, { encoding, delimiter, headingRow, columns, consent, ...plan });
  const asked = await site.as(by).put(`${path}/approval`);
  if (asked.status !== 202) throw new Error(`not applied: ${asked.status} ${JSON.stringify(asked.body)}`);
  return { id: sent.id as string, path };
}

type Listed = { id: string; name: string; email: string; mayBeMailed: boolean; isMember: boolean };
/** Everyone a group holds but its members, by name. */
export async function peopleOf(site: TestSite, path: string, viewer: { token: string }): Promise<Listed[]> {
  const { body } = await site.as(viewer).get(`${path}?limit=100`);
  const others = body.rows.filter(({ isMember }: Listed) => !isMember);
  return others.toSorted((a: Listed, b: Listed) => (a.name < b.name ? -1 : 1));
}

/** How many rows a table holds. */
export async function countIn(site: TestSite, table: string) {
  const { rows } = await site.db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${sql.identifier(table)}`,
  );
  return rows[0]?.count;
}
