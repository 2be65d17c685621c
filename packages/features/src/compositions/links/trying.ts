import { openNet, type Net } from '../../site/net.ts';
import { askFor, type LinkAnswer } from './asking.ts';
import type { LinkOutcome, LinkTrial, NotTriedWhy } from './contract.ts';

const MOST = 20;
const AT_A_TIME = 4;

type Trying = { site: string; net?: Net; timeoutMs?: number };

/**
 * Asks once for each web address that a text leads to, and says what each did. Addresses of the site itself, `site`, are not
 * asked for, nor any within a network of somebody's own. `net` is another one than the open one in tests alone.
 */
export async function tryLinks(
  links: string[],
  { site, net = openNet, timeoutMs }: Trying,
): Promise<LinkTrial[]> {
  const { host } = new URL(site);
  const isOwn = (url: URL) => url.host === host;
  const urls = webAddresses(links, site);
  const foreign = urls.filter((url) => !isOwn(url)).slice(0, MOST);
  const asked = new Map<string, LinkAnswer>();
  await fewAtATime(foreign, async (url) => {
    asked.set(url.href, await askFor(url, { net, isOwn, ...(timeoutMs && { timeoutMs }) }));
  });
  const isCutOff = isWayMissing(asked);
  return urls.map((url) => {
    const outcome = asked.get(url.href);
    if (!outcome) return notTried(url, isOwn(url) ? 'own-page' : 'one-of-many');
    return trialOf(url, outcome, isCutOff);
  });
}

/** Each once, whatever place on its page is meant. */
function webAddresses(links: string[], site: string): URL[] {
  const urls = links.flatMap((link) => {
    if (!URL.canParse(link, site)) return [];
    const url = new URL(link, site);
    url.hash = '';
    return ['http:', 'https:'].includes(url.protocol) ? [url] : [];
  });
  return [...new Map(urls.map((url) => [url.href, url])).values()];
}

async function fewAtATime(urls: URL[], ask: (url: URL) => Promise<void>): Promise<void> {
  const waiting = [...urls];
  const askInTurn = async () => {
    for (let url = waiting.shift(); url; url = waiting.shift()) await ask(url);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, askInTurn));
}

/**
 * Where nothing at all was reached, it says more of this server than of those links. A resolver without a way out may say of
 * every name that there is none; of one name alone it is believed.
 */
function isWayMissing(asked: Map<string, LinkAnswer>): boolean {
  const tried = [...asked].filter(([, answer]) => !isFailed(answer, 'not-public'));
  if (tried.some(([, answer]) => isFailed(answer, 'no-way')))
    return tried.every(([, answer]) => isFailed(answer, 'no-way', 'no-such-name'));
  const names = new Set(tried.map(([url]) => new URL(url).hostname));
  return names.size > 1 && tried.every(([, answer]) => isFailed(answer, 'no-such-name'));
}

function isFailed(answer: LinkAnswer, ...failures: string[]): boolean {
  return 'failed' in answer && failures.includes(answer.failed);
}

function trialOf(url: URL, asked: LinkAnswer, isCutOff: boolean): LinkTrial {
  if ('status' in asked)
    return { url: url.href, outcome: outcomeOf(asked.status), status: asked.status, why: null };
  if (asked.failed === 'not-public') return notTried(url, 'not-public');
  if (isCutOff) return notTried(url, 'no-way-out');
  const outcome = asked.failed === 'no-such-name' ? 'gone' : 'silent';
  return { url: url.href, outcome, status: null, why: null };
}

/** Who is asked to sign in, to wait or to come with a browser stands before something that is there. */
const DOORS = [401, 402, 403, 405, 406, 407, 416, 423, 425, 426, 428, 429, 451];

function outcomeOf(status: number): LinkOutcome {
  if (status < 400 || DOORS.includes(status)) return 'answers';
  return status < 500 ? 'gone' : 'silent';
}

function notTried(url: URL, why: NotTriedWhy): LinkTrial {
  return { url: url.href, outcome: 'not-tried', status: null, why };
}
