import { createDeflate } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { pngOf } from '../packages/files/src/testing/pngs.ts';
import type { Viewer } from './api.ts';
import { askerAt, type Answer, type Ask, type Request } from './ask.ts';
import { faultOfApi, type Tried } from './verdict.ts';

const CAMPAIGN = 'keep-the-library-branch-open-keep-the-block-online';
const AS_JSON = { 'content-type': 'application/json' };

/** Much at once, from one place: each is refused or waits in words, and the site goes on. */
export async function flood(url: string, ask: Ask, member: Viewer): Promise<Tried[]> {
  const household = askerAt(url, '127.200.0.1');
  const signatures = await many(household, 200, (n) => ({
    ...{ method: 'POST', path: `/api/v1/campaigns/${CAMPAIGN}/signatures`, headers: AS_JSON },
    body: JSON.stringify({ name: 'Sam', email: `flood${n}@example.org`, updates: false }),
  }));
  const unproven = await many(household, 40, (n) => ({
    ...{ method: 'POST', path: `/api/v1/campaigns/${CAMPAIGN}/signatures` },
    headers: { ...AS_JSON, 'proof-of-work': 'none' },
    body: JSON.stringify({ name: 'Sam', email: `slow${n}@example.org`, updates: false }),
  }));
  const guesses = await many(household, 120, (n) => ({
    ...{ method: 'POST', path: '/api/v1/session', headers: AS_JSON },
    body: JSON.stringify({ email: `nobody${n}@example.org`, password: 'not the one' }),
  }));
  const deep = '['.repeat(500_000);
  const nested = await many(ask, 24, () => ({
    ...{ method: 'POST', path: '/api/v1/session', headers: AS_JSON, body: `${deep}${']'.repeat(500_000)}` },
  }));
  const bomb = await pictureBomb(8600, 5800);
  const pictures = await many(ask, 8, () => ({
    ...{
      method: 'POST',
      path: '/api/v1/pictures',
      as: member.cookie,
      headers: { 'content-type': 'image/png' },
    },
    body: bomb,
  }));
  const after = await ask({ method: 'GET', path: '/readyz' });
  return [
    held('signatures of one household', signatures, asked),
    held('signatures of one household without the work', unproven, limited),
    held('passwords guessed by one household', guesses, limited),
    held('JSON a million brackets deep', nested, () => null),
    held('pictures that unfold to 400 MB, at once', pictures, () => null),
    { name: 'ready afterwards', count: 1, broken: after.status === 200 ? [] : [`/readyz: ${after.status}`] },
  ];
}

type Flood = { asked: Request; answer: Answer }[];

/** All of them at once. */
async function many(ask: Ask, count: number, requestOf: (n: number) => Request): Promise<Flood> {
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const asked = requestOf(n);
      return { asked, answer: await ask(asked) };
    }),
  );
}

function held(name: string, sent: Flood, rule: (sent: Flood) => string | null): Tried {
  const faults = sent.flatMap(({ asked, answer }) => faultOfApi(asked, answer) ?? []);
  const fault = rule(sent);
  return { name, count: sent.length, broken: fault ? [...faults, fault] : faults };
}

function asked(sent: Flood): string | null {
  return sent.some(({ answer }) => answer.status === 428) ? null : 'nobody was asked for work';
}

function limited(sent: Flood): string | null {
  return sent.some(({ answer }) => answer.status === 429) ? null : 'nobody was told to wait';
}

/** A black PNG of 16-bit RGBA, interlaced, turned by its EXIF: some hundred kB that unfold to width x height x 8 bytes. */
async function pictureBomb(width: number, height: number): Promise<Buffer> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([16, 6, 0, 0, 1], 8);
  const exif = Buffer.from('49492a00080000000100120103000100000006000000' + '00000000', 'hex');
  const deflate = createDeflate({ level: 9 });
  const packed = buffer(deflate);
  const zeros = Buffer.alloc(1 << 20);
  for (let left = interlacedSize(width, height); left > 0; left -= zeros.length)
    if (!deflate.write(zeros.subarray(0, Math.min(left, zeros.length))))
      await new Promise((resolve) => deflate.once('drain', resolve));
  deflate.end();
  return pngOf({ IHDR: head, eXIf: exif, IDAT: await packed });
}

/** The seven passes of Adam7 (PNG, section 8.2): where each begins, and how far apart its pixels are. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function interlacedSize(width: number, height: number): number {
  return PASSES.reduce((sum, [x, y, stepX, stepY]) => {
    const [columns, rows] = [Math.ceil((width - x) / stepX), Math.ceil((height - y) / stepY)];
    return sum + rows * (1 + columns * 8);
  }, 0);
}
