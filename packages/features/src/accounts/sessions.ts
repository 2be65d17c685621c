import { newId, prepared } from '@groundwork/database';
import type { LiveEvent } from '@groundwork/live';
import { and, eq, gt, lt, not, sql } from 'drizzle-orm';
import { Lucia, TimeSpan, type Adapter } from 'lucia';
import { speak, type Context, type House, type Viewer } from '../context.ts';
import { hashToken, newToken } from '../site/tokens.ts';
import { isSuspended, refuseSuspended } from './queries.ts';
import { accounts, sessions, siteStewards } from './tables.ts';

/** Signs an account in and returns the token its cookie carries; only the token's hash is kept. Refuses the suspended (403). */
export async function startSession(house: Ground, accountId: string): Promise<string> {
  await refuseSuspended(house.db, accountId);
  const { id } = await luciaFor(house).createSession(accountId, {}, { sessionId: newToken() });
  return id;
}

/** Who holds this token, or null. A session in use is kept alive for another 30 days, and for 90 since it began at most. */
export async function findViewer(house: House, token: string): Promise<Viewer | null> {
  const { session, user } = await luciaFor(house).validateSession(token);
  return session && { ...user.viewer, signedIn: true, sessionId: hashToken(token) };
}

/** Ends one session, by what `Viewer.sessionId` says, and tells the account's open sockets. */
export async function endSession(ctx: Context, sessionId: string): Promise<void> {
  await ctx.change(async (tx) => {
    const [ended] = await tx
      .delete(sessions)
      .where(eq(sessions.id, sessionId))
      .returning({ accountId: sessions.accountId });
    if (ended) speak(tx, sessionEnded(ended.accountId));
  });
}

/** For `speak` wherever sessions end: each open socket of the account asks again whether its own still stands. */
export function sessionEnded(accountId: string): LiveEvent {
  return { topic: `account:${accountId}`, id: accountId, kind: 'accounts.session-ended' };
}

/** The Set-Cookie header that carries a token, or that ends it when the token is null. */
export function sessionCookie(house: Ground, token: string | null): string {
  const lucia = luciaFor(house);
  return (token === null ? lucia.createBlankSessionCookie() : lucia.createSessionCookie(token)).serialize();
}

/** The token that a request's cookies carry. On a site that is reached by TLS, the cookie of earlier versions counts too. */
export function sessionToken(ground: Ground, cookies: Cookies): string | undefined {
  return cookies[cookieName(ground)] ?? cookies[PLAIN];
}

/**
 * Whether the cookies carry a token as earlier versions set it: it is to be replaced, by `sessionCookie` and
 * `plainCookieEnd`.
 */
export function isCarriedPlainly(ground: Ground, cookies: Cookies): boolean {
  const name = cookieName(ground);
  return name !== PLAIN && cookies[name] === undefined && cookies[PLAIN] !== undefined;
}

/** The Set-Cookie header that ends the cookie of earlier versions. */
export const plainCookieEnd = 'session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure';

type Cookies = Record<string, string | undefined>;
const PLAIN = 'session';

/** A name that begins so is taken by browsers from this very host alone, over TLS, for all of it (RFC 6265bis). */
function cookieName({ settings }: Pick<House, 'settings'>) {
  return settings.publicUrl.startsWith('https:') ? '__Host-session' : PLAIN;
}

type Ground = Pick<House, 'db' | 'settings'>;

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>;
    DatabaseUserAttributes: { viewer: Omit<Viewer, 'signedIn' | 'sessionId'> };
  }
}

const made = new WeakMap<House['settings'], ReturnType<typeof makeLucia>>();

function luciaFor(house: Ground) {
  const lucia = made.get(house.settings) ?? makeLucia(house);
  made.set(house.settings, lucia);
  return lucia;
}

function makeLucia({ db, settings }: Ground) {
  return new Lucia(hashedSessions(db), {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: {
      name: cookieName({ settings }),
      // The cookie outlives the session, since it is set once and the session's end moves: the server decides.
      expires: false,
      attributes: { secure: settings.publicUrl.startsWith('https:'), sameSite: 'lax', path: '/' },
    },
    getUserAttributes: ({ viewer }) => ({ viewer }),
  });
}

/** lucia speaks of tokens; the table holds hashes. This is the only place where they meet. */
function hashedSessions(db: House['db']): Adapter {
  return {
    getSessionAndUser: async (token) => {
      const [found] = await holder(db, { session: hashToken(token) });
      if (!found) return [null, null];
      const { session, viewer } = found;
      await noteUse(db, session);
      return [
        { id: token, userId: viewer.id, expiresAt: session.expiresAt, attributes: {} },
        { id: viewer.id, attributes: { viewer } },
      ];
    },
    getUserSessions: () => Promise.resolve([]),
    setSession: async ({ id, userId, expiresAt }) => {
      await db.insert(sessions).values({ id: hashToken(id), key: newId(), accountId: userId, expiresAt });
    },
    updateSessionExpiration: async (token, expiresAt) => {
      await db
        .update(sessions)
        .set({ expiresAt })
        .where(eq(sessions.id, hashToken(token)));
    },
    deleteSession: async (token) => {
      await db.delete(sessions).where(eq(sessions.id, hashToken(token)));
    },
    deleteUserSessions: async (accountId) => {
      await db.delete(sessions).where(eq(sessions.accountId, accountId));
    },
    deleteExpiredSessions: async () => {
      await db.delete(sessions).where(lt(sessions.expiresAt, new Date()));
    },
  };
}

/** Asked with every request of somebody who is signed in. */
const holder = prepared((db, { session }: { session: string }) =>
  db
    .select({
      session: { id: sessions.id, expiresAt: sessions.expiresAt, lastSeenOn: sessions.lastSeenOn },
      viewer: {
        id: accounts.id,
        name: accounts.name,
        email: accounts.email,
        language: accounts.language,
        timeZone: accounts.timeZone,
        isSiteSteward: sql<boolean>`${siteStewards.accountId} is not null`,
      },
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(siteStewards, eq(siteStewards.accountId, accounts.id))
    .where(
      and(
        eq(sessions.id, session),
        gt(sessions.createdAt, sql`now() - interval '90 days'`),
        not(isSuspended(accounts.id)),
      ),
    ),
);

type Used = Pick<typeof sessions.$inferSelect, 'id' | 'lastSeenOn'>;

/** At most one write a day and session. */
async function noteUse(db: House['db'], { id, lastSeenOn }: Used) {
  const today = new Date().toISOString().slice(0, 10);
  if (lastSeenOn < today) await db.update(sessions).set({ lastSeenOn: today }).where(eq(sessions.id, id));
}
