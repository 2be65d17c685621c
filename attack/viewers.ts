import type { Viewer } from './api.ts';
import type { Ask } from './ask.ts';

/** Five kinds of whoever may ask: nobody, and the demonstration's own people by their places in it. */
export async function signInAll(ask: Ask, printed: string): Promise<Viewer[]> {
  const [, steward = '', password = ''] = /Sign in as steward: (\S+) \/ (.+)/.exec(printed) ?? [];
  // The cast shares a password and the form of its addresses.
  const emailOf = (name: string) => steward.replace(/^[^@]+/, name);
  const [member = '', organizer = ''] = ['member', 'organizer'].map(
    (role) => new RegExp(`Sign in as ${role}: (\\S+)`).exec(printed)?.[1] ?? '',
  );
  const accounts = { member, organizer, 'group steward': emailOf('joan'), 'site steward': steward };
  const signedIn = await Promise.all(
    Object.entries(accounts).map(async ([name, email]) => ({
      name,
      cookie: await signIn(ask, email, password),
    })),
  );
  return [{ name: 'stranger' }, ...signedIn];
}

async function signIn(ask: Ask, email: string, password: string): Promise<string> {
  const { status, headers, body } = await ask({
    ...{ method: 'POST', path: '/api/v1/session', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ email, password }),
  });
  const cookies = (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]);
  if (status >= 300 || cookies.length === 0) throw new Error(`Signing in was answered ${status}: ${body}`);
  return cookies.join('; ');
}
