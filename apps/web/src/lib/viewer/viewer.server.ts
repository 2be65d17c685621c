import type { Api } from '@groundwork/features/api';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { languages } from '@groundwork/words';
import { API_URL } from '$app/env/private';
import { addressHeaders } from '#lib/api/address.server.ts';
import { pathOf } from '#lib/api/paths.ts';
import { Fresh } from '#lib/freshness/fresh.ts';
import { mayHoldSession } from './cookies.ts';
import type { PageSite } from './viewer.ts';

type Question = 'GET /session' | 'GET /site';
export type Visit = Api['GET /session']['answer'];

/**
 * Who visits, and what this site is. One question to the api for someone with a session, none for most strangers.
 * When the api does not answer, the page stands with what was last known: each part of it says what is missing.
 */
export async function findVisit(event: RequestEvent): Promise<Visit> {
  const cookie = event.request.headers.get('cookie');
  const from = addressHeaders(event);
  try {
    if (!mayHoldSession(cookie)) return { viewer: null, site: await findSite(from) };
    const visit = await ask('GET /session', { ...from, ...(cookie && { cookie }) });
    lastSite = visit.site;
    return visit;
  } catch {
    if (mayHoldSession(cookie)) event.locals.notNow = { retryAfter: '2' };
    return { viewer: null, site: lastSite };
  }
}

/** For pages of whoever is signed in: leads strangers to signing in, and nobody while it can't be told who they are. */
export function needViewer({ viewer, notNow, words }: App.Locals, signInPath: string): void {
  if (viewer) return;
  if (notNow) error(503, words.t('error.unavailable'));
  redirect(303, signInPath);
}

let lastSite: PageSite = {
  name: 'Groundwork',
  languages: [...languages],
  opening: 'nobody',
  startingGroups: 'stewards',
  contact: null,
  securityContact: null,
  hasRules: false,
  isSetUp: true,
};
const sites = new Fresh<PageSite>(1000, 1);

async function findSite(from: Record<string, string>): Promise<PageSite> {
  // That a site is not set up yet is not remembered: the moment it is, its doors are open.
  const ready = ({ isSetUp }: PageSite) => isSetUp;
  lastSite = await sites.get('site', () => ask('GET /site', from), ready);
  return lastSite;
}

async function ask<Name extends Question>(name: Name, headers: Record<string, string>) {
  const response = await fetch(API_URL + pathOf<Question>(name), {
    signal: AbortSignal.timeout(10_000),
    headers: { accept: 'application/json', ...headers },
  });
  if (!response.ok) throw new Error(`${name} answered ${response.status}`);
  return (await response.json()) as Api[Name]['answer'];
}
