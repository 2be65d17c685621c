import { wordsOfBlock, type Block } from '@groundwork/mail';
import { say, type Language } from '@groundwork/words';
import type { MergeUse } from './body/parts.ts';
import type { Body } from './body/reading.ts';
import { writeBody } from './body/writing.ts';
import { linksIn } from './links-of-blocks.ts';
import { loudWordsIn } from './loud-words.ts';

/** A letter in one language, as it is typed; `sizeBytes` is what its message comes to (`messageSize`), if that is known. */
export type LetterTyped = {
  subject: string;
  preheader: string;
  parts: Body;
  language: Language;
  sizeBytes?: number;
};

/** What filters of mail and readers dislike; each code has a sentence, `compositions.check.<code>`, filled with its params. */
export type Habit =
  | { code: 'subject-capitals' | 'only-pictures' | 'preheader-missing'; params: Record<string, never> }
  | { code: 'subject-long'; params: { count: number; max: number } }
  | { code: 'exclamations' | 'many-links' | 'alt-missing'; params: { count: number } }
  | { code: 'loud-word'; params: { word: string } }
  | { code: 'short-link'; params: { host: string } }
  | { code: 'link-differs'; params: { words: string; address: string } }
  | { code: 'size-large' | 'size-refused'; params: { kilobytes: number; max: number } }
  | { code: 'merge-fallback'; params: { word: 'first-name' | 'name'; friend: string } };

const MOST = { subject: 60, links: 10, exclamations: 1, bytes: 60_000, bytesEver: 100_000 };
/** A letter with pictures and fewer words than this is its pictures. */
const FEW_WORDS = 20;
/** Stands for this site, whose links say what they like. */
const SITE = 'https://site.invalid';

/** What is to be looked at in a letter before it goes out. That it says something at all, and to whom, is asked elsewhere. */
export function findHabits({ subject, preheader, parts, language, sizeBytes = 0 }: LetterTyped): Habit[] {
  const blocks = writeBody(parts, {
    site: SITE,
    card: () => null,
    picture: (key) => ({ cid: key, width: 0, height: 0 }),
  });
  const text = [subject, preheader, ...blocks.map(wordsOfBlock)].join('\n');
  const exclamations = text.match(/[!！]/g)?.length ?? 0;
  return [
    ...subjectHabits(subject.trim()),
    ...(preheader.trim() === '' ? [{ code: 'preheader-missing' as const, params: {} }] : []),
    ...(exclamations > MOST.exclamations
      ? [{ code: 'exclamations' as const, params: { count: exclamations } }]
      : []),
    ...loudWordsIn(text).map((word) => ({ code: 'loud-word' as const, params: { word } })),
    ...linkHabits(blocks, parts.events.length + parts.petitions.length),
    ...pictureHabits(blocks),
    ...mergeHabits(parts.mergeWords, language),
    ...sizeHabits(sizeBytes),
  ];
}

function subjectHabits(subject: string): Habit[] {
  const count = countSigns(subject);
  const isLoud = !/\p{Ll}/u.test(subject) && (subject.match(/\p{Lu}/gu)?.length ?? 0) >= 6;
  return [
    ...(count > MOST.subject
      ? [{ code: 'subject-long' as const, params: { count, max: MOST.subject } }]
      : []),
    ...(isLoud ? [{ code: 'subject-capitals' as const, params: {} }] : []),
  ];
}

/** As people count them: a letter with its accents is one. */
function countSigns(text: string): number {
  return [...new Intl.Segmenter('en').segment(text)].length;
}

function linkHabits(blocks: readonly Block[], cardCount: number): Habit[] {
  const links = linksIn(blocks);
  const count = links.length + cardCount;
  const hosts = new Set(links.map(({ url }) => hostOf(url)).filter((host) => SHORTENERS.has(host)));
  const differing = links.filter(({ words, url }) => saysOther(words.trim(), url));
  return [
    ...(count > MOST.links ? [{ code: 'many-links' as const, params: { count } }] : []),
    ...[...hosts].map((host) => ({ code: 'short-link' as const, params: { host } })),
    ...differing.map(({ words, url }) => ({
      code: 'link-differs' as const,
      params: { words: words.trim(), address: hostOf(url) },
    })),
  ];
}

const SHORTENERS = new Set([
  ...[
    'bit.ly',
    'tinyurl.com',
    't.co',
    'goo.gl',
    'ow.ly',
    'is.gd',
    'v.gd',
    'buff.ly',
    'cutt.ly',
    'rebrand.ly',
  ],
  ...[
    'shorturl.at',
    'rb.gy',
    't.ly',
    'tiny.cc',
    'lnkd.in',
    's.id',
    'fb.me',
    'bl.ink',
    'short.io',
    'acortar.link',
  ],
]);

/** Whether the words of a link are an address, and another than it leads to. */
function saysOther(words: string, url: string): boolean {
  const [, said] =
    /^(?:https?:\/\/)?(?:[^\s/@]+@)?((?:[\p{L}\d-]+\.)+\p{L}{2,})(?:[/?#:]\S*)?$/iu.exec(words) ?? [];
  if (said === undefined || url.startsWith(`${SITE}/`)) return false;
  return hostOf(`https://${said}`) !== hostOf(url);
}

/** The host of a web address or of a mailbox, without "www"; of anything else what it says. */
function hostOf(url: string): string {
  const [, domain] = /^mailto:[^?]*@([^?]*)/i.exec(url) ?? [];
  const web = domain === undefined ? url : `https://${domain}`;
  return URL.canParse(web) ? new URL(web).hostname.replace(/^www\./, '') : url;
}

function pictureHabits(blocks: readonly Block[]): Habit[] {
  const pictures = blocks.filter((block) => block.is === 'picture');
  const silent = pictures.filter(({ alt }) => alt.trim() === '').length;
  const words = blocks
    .filter((block) => block.is !== 'picture')
    .map(wordsOfBlock)
    .join(' ')
    .match(/[\p{L}\p{N}]+/gu);
  const areAll = pictures.length > 0 && (words?.length ?? 0) < FEW_WORDS;
  return [
    ...(areAll ? [{ code: 'only-pictures' as const, params: {} }] : []),
    ...(silent > 0 ? [{ code: 'alt-missing' as const, params: { count: silent } }] : []),
  ];
}

function mergeHabits(mergeWords: readonly MergeUse[], language: Language): Habit[] {
  const friend = say(language, 'compositions.merge.friend');
  return mergeWords.flatMap(({ word, fallback }): Habit[] =>
    word === 'group' || fallback !== null ? [] : [{ code: 'merge-fallback', params: { word, friend } }],
  );
}

function sizeHabits(bytes: number): Habit[] {
  const kilobytes = Math.ceil(bytes / 1000);
  if (bytes > MOST.bytesEver)
    return [{ code: 'size-refused', params: { kilobytes, max: MOST.bytesEver / 1000 } }];
  return bytes > MOST.bytes ? [{ code: 'size-large', params: { kilobytes, max: MOST.bytes / 1000 } }] : [];
}
