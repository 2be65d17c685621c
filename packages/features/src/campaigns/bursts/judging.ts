import { domainToASCII } from 'node:url';
import { asStored } from '../../addresses.ts';
import { neighbourhoodsOf } from '../../limits/addresses.ts';
import type { Limit } from '../../limits/limits.ts';

export type Cause = 'domain' | 'link' | 'household' | 'trap';
/** What signatures have in common, `subject` as it is kept: empty where it is not told apart. */
export type Likeness = { cause: Cause; subject: string };
/** A signature that is about to count: its campaign, its email, the link that brought it, the address it comes from. */
export type Arrival = { campaignId: string; email: string; linkId: string | null; from: string };
/** One count that this arrival adds to, and more than how many an hour look like a burst. */
export type Bound = Likeness & { limit: Limit; key: string };

/** Whoever owns a domain owns every mailbox in it. A workplace or a parish that signs together seldom sends more. */
const DOMAIN_AN_HOUR = 30;
/** The same domain under all campaigns of the site: whoever spreads over campaigns gets little more. */
const DOMAIN_AN_HOUR_SITE = 90;
/** Many small domains by one link: a list of bought ones. A newsletter's readers mostly are at the big providers. */
const LINK_AN_HOUR = 200;
/** A full hall confirms on one wifi in an evening; a machine in a minute. */
const HOUSEHOLD_AN_HOUR = 300;

/** Beside a campaign's usual hour, so much of it from one domain is still a part, and not all of it. */
const DOMAIN_SHARE = 0.1;
/** A flyer or a broadcast may bring as many again as usually come. */
const LINK_SHARE = 1;
const HOUSEHOLD_SHARE = 0.1;

/**
 * Where anyone may open a mailbox, and each costs them a telephone number or a puzzle: here a crowd of people looks like
 * this, so their domains are not counted; links and households are.
 */
const BIG_PROVIDERS: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com outlook.es outlook.fr hotmail.com hotmail.es hotmail.fr hotmail.co.uk live.com
  live.fr msn.com yahoo.com yahoo.es yahoo.fr yahoo.co.uk yahoo.com.mx yahoo.com.ar yahoo.com.br yahoo.de ymail.com aol.com
  icloud.com me.com mac.com proton.me protonmail.com pm.me gmx.de gmx.net gmx.com gmx.at web.de t-online.de freenet.de
  posteo.de mailbox.org tuta.com tutanota.com riseup.net disroot.org mail.com zoho.com fastmail.com hey.com orange.fr
  wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it telefonica.net terra.com uol.com.br bol.com.br comcast.net
  verizon.net att.net sbcglobal.net cox.net charter.net btinternet.com sky.com virginmedia.com yandex.ru yandex.com mail.ru
  qq.com 163.com 126.com naver.com daum.net maktoob.com`.split(/\s+/),
);

/** An arrival's counts with their bounds, for a campaign that usually gets so many an hour. */
export function boundsOf({ campaignId, email, linkId, from }: Arrival, usual = 0): Bound[] {
  const domain = domainOf(email);
  const isBig = BIG_PROVIDERS.has(domain);
  const within = (key: string) => `${campaignId}:${key}`;
  const bounds: Bound[] = neighbourhoodsOf(from).map(({ key, size }) => ({
    ...{ cause: 'household', subject: '', key: within(key) },
    limit: anHour('household', size * atLeast(HOUSEHOLD_AN_HOUR, HOUSEHOLD_SHARE * usual)),
  }));
  if (isBig) return bounds;
  const ofDomain = { cause: 'domain', subject: domain } as const;
  const count = atLeast(DOMAIN_AN_HOUR, DOMAIN_SHARE * usual);
  bounds.push(
    { ...ofDomain, key: within(domain), limit: anHour('domain', count) },
    { ...ofDomain, key: domain, limit: anHour('domain-site', Math.max(DOMAIN_AN_HOUR_SITE, count)) },
  );
  if (linkId)
    bounds.push({
      ...{ cause: 'link', subject: linkId, key: within(linkId) },
      limit: anHour('link', atLeast(LINK_AN_HOUR, LINK_SHARE * usual)),
    });
  return bounds;
}

/**
 * The domain that someone owns, whatever stands before it: a catch-all takes every subdomain as well. Where the part
 * before the last is short (co.uk, com.ar, org.mx) it belongs to the ending; who owns so short a name escapes this count.
 */
export function domainOf(email: string): string {
  const stored = asStored(email);
  const written = stored.slice(stored.lastIndexOf('@') + 1);
  const labels = (domainToASCII(written) || written).split('.').filter(Boolean);
  const ending = (labels.at(-2)?.length ?? 0) <= 3 ? 3 : 2;
  return labels.slice(-ending).join('.');
}

function atLeast(floor: number, share: number) {
  return Math.max(floor, Math.floor(share));
}

function anHour(name: string, count: number): Limit {
  return { name: `campaigns.burst.${name}`, count, minutes: 60 };
}
