import {
  linksOf,
  shownAddress,
  wordsOfBlock,
  type Block,
  type LetterCard,
  type Flow,
  type Inline,
} from './blocks.ts';
import { escapeHtml, style } from './look.ts';

export type Direction = 'ltr' | 'rtl';

/**
 * A block that is filled in, as HTML. Each says its own direction, that of its first letter as `dir="auto"` finds it, so
 * that readers of mail that do not know that value still set it right.
 */
export function blockHtml(block: Block, around: Direction): string {
  if (block.is === 'button') return buttonHtml(block);
  if (block.is === 'picture') return pictureHtml(block);
  if (block.is === 'card') return cardHtml(block, around);
  return `${flowHtml(block, around, style.list)}\n`;
}

function flowHtml(flow: Flow, around: Direction, look: string): string {
  if (flow.is === 'rule') return `<hr class="line" style="${style.rule}">`;
  const dir = directionOf(wordsOfBlock(flow), around);
  if (flow.is === 'list') return listHtml(flow, dir, look);
  if (flow.is === 'quote') {
    const inside = flow.flows.map((one) => flowHtml(one, dir, style.close)).join('');
    const bar = dir === 'rtl' ? 'right' : 'left';
    return `<blockquote class="line" dir="${dir}" style="${style.quote}padding:4px 16px;border-${bar}:4px solid #d9d1bf;">${inside}</blockquote>`;
  }
  const [tag, own] =
    flow.is === 'heading' ? ['h2', style.part] : ['p', look === style.list ? style.paragraph : style.close];
  return `<${tag} class="ink" dir="${dir}" style="${own}">${inlinesHtml(flow.inlines)}</${tag}>`;
}

function listHtml({ start, entries }: Extract<Flow, { is: 'list' }>, dir: Direction, look: string): string {
  const tag = start === undefined ? 'ul' : 'ol';
  const first = start === undefined || start === 1 ? '' : ` start="${start}"`;
  const indent = dir === 'rtl' ? 'padding:0 24px 0 0;' : 'padding:0 0 0 24px;';
  const written = entries.map(
    (flows) => `<li class="ink" style="${style.entry}">${entryHtml(flows, dir)}</li>`,
  );
  return `<${tag}${first} class="ink" dir="${dir}" style="${look}${indent}">${written.join('')}</${tag}>`;
}

/** Paragraphs of an entry are lines of it: a paragraph of its own would part it from its mark in some readers of mail. */
function entryHtml(flows: Flow[], dir: Direction): string {
  return flows
    .map((flow, n) => {
      if (flow.is !== 'paragraph') return flowHtml(flow, dir, style.inner);
      return `${flows[n - 1]?.is === 'paragraph' ? '<br>' : ''}${inlinesHtml(flow.inlines)}`;
    })
    .join('');
}

function inlinesHtml(inlines: Inline[]): string {
  return linksOf(inlines)
    .map(({ url, inlines: parts }) => {
      const words = parts.map(inlineHtml).join('');
      return url === undefined ? words : linkHtml(url, words, style.link);
    })
    .join('');
}

function inlineHtml(inline: Inline): string {
  if (inline.is === 'break') return '<br>';
  let html = escapeHtml(inline.text).replaceAll(/\r?\n/g, '<br>');
  if (inline.strike) html = `<s>${html}</s>`;
  if (inline.em) html = `<em>${html}</em>`;
  return inline.strong ? `<strong>${html}</strong>` : html;
}

function linkHtml(url: string, html: string, look: string, className = 'ink') {
  return `<a class="${className}" href="${escapeHtml(url)}" style="${look}">${html}</a>`;
}

/** Below the button its address in full, as below the one button of other letters. */
function buttonHtml({ label, url }: { label: string; url: string }): string {
  return `<p style="${style.paragraph}margin-bottom:4px;">${linkHtml(url, escapeHtml(label), style.button, 'button')}</p>
<p class="soft" style="${style.address}"><bdi dir="ltr">${escapeHtml(shownAddress(url))}</bdi></p>
`;
}

/** As wide as the column: what is wider in its file is told to readers of mail that know no `max-width`. */
const COLUMN = 528;

function pictureHtml({ cid, alt, width, height, link }: Extract<Block, { is: 'picture' }>): string {
  const shrunk = Math.min(1, COLUMN / Math.max(1, width));
  const size = `width="${Math.round(width * shrunk)}" height="${Math.round(height * shrunk)}"`;
  const picture = `<img src="cid:${escapeHtml(cid)}" alt="${escapeHtml(alt)}" ${size} style="${style.picture}">`;
  return `<p class="ink" style="${style.figure}">${link === undefined ? picture : linkHtml(link, picture, style.link)}</p>\n`;
}

function cardHtml({ title, lines, url, action, stub }: LetterCard, around: Direction): string {
  const paragraph = (words: string, html: string, className: string, look: string) =>
    `<p class="${className}" dir="${directionOf(words, around)}" style="${look}">${html}</p>`;
  const link = linkHtml(url, escapeHtml(title), style.plainLink);
  return `<table role="presentation" class="line" dir="${around}" cellpadding="0" cellspacing="0" style="${style.card}"><tr>${stub ? stubHtml(stub, around) : ''}<td style="${style.cell}">
${paragraph(title, link, 'ink', style.title)}
${lines.map((words) => `${paragraph(words, escapeHtml(words), 'soft', style.line)}\n`).join('')}<p style="${style.action}">${linkHtml(url, escapeHtml(action), style.slimButton, 'button')}</p>
</td></tr></table>
`;
}

/** The leaf of a calendar is for the eye: the lines of the card say the day in words. */
function stubHtml({ month, day }: { month: string; day: string }, around: Direction): string {
  const cell = around === 'rtl' ? style.stubCellRtl : style.stubCell;
  return `<td width="60" aria-hidden="true" style="${cell}"><table role="presentation" class="rule" cellpadding="0" cellspacing="0" style="${style.stub}"><tr><td class="month" style="${style.month}">${escapeHtml(month)}</td></tr><tr><td class="ink" style="${style.day}">${escapeHtml(day)}</td></tr></table></td>`;
}

function directionOf(words: string, around: Direction): Direction {
  const [letter] = /\p{L}/u.exec(words) ?? [];
  if (letter === undefined) return around;
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
