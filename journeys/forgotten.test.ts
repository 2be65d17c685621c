import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { aBusySite } from './busy.ts';
import { startApi, startWeb, type Process } from './processes.ts';

test('whoever forgot their password is led back to where they were, by the browser that they asked in alone', async () => {
  const { env, db } = await aBusySite();
  const api = await ended(startApi(env));
  const web = await ended(startWeb({ PUBLIC_URL: api.url, API_URL: api.url }));
  const send = (path: string, answers: Record<string, string>, cookie = '') =>
    fetch(web.url + path, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(answers) },
      headers: { origin: api.url, accept: 'text/html', cookie },
    });
  const { rows } = await db.execute<{ email: string }>(sql`select email from accounts limit 2`);
  const forget = async (email = '', next = '') => {
    const asked = await send('/reset-password', { email, next });
    const { rows: written } = await db.execute<{ url: string }>(
      sql`select letter->'button'->>'url' as url from mails order by promised_at desc limit 1`,
    );
    return {
      cookies: asked.headers.getSetCookie().find((one) => one.startsWith('next=')),
      path: new URL(written[0]?.url ?? '').pathname,
    };
  };
  const set = async (path: string, cookie?: string) =>
    (await send(path, { password: 'four words in a row' }, cookie?.split(';')[0])).headers.get('location');

  const first = await forget(rows[0]?.email, '/events?search=tea');
  expect(first.cookies).toMatch(/HttpOnly/i);
  expect(first.cookies).toMatch(/Path=\/reset-password;/);
  expect(await set(first.path, first.cookies)).toBe('/events?search=tea');
  const elsewhere = await forget(rows[1]?.email, '//evil.example');
  expect(elsewhere.cookies).toBeUndefined();
  expect(await set(elsewhere.path)).toBe('/account/password?changed');
  const forged = await forget(rows[0]?.email, '/events');
  expect(await set(forged.path, 'next=%2F%2Fevil.example')).toBe('/account/password?changed');
});

async function ended(starting: Promise<Process>): Promise<Process> {
  const process_ = await starting;
  onTestFinished(() => process_.kill());
  return process_;
}
