import type { Viewer } from './api.ts';
import type { Ask, Request } from './ask.ts';
import type { Chance } from './chance.ts';
import type { Page } from './crawl.ts';
import { hostileTexts } from './corpus.ts';
import { faultOfPage, type Tried } from './verdict.ts';

type Form = { path: string; fields: string[] };
type Attack = { ask: Ask; viewer: Viewer; pages: Page[]; chance: Chance; count: number };

/** Sends each form of each page, as browsers do and as no browser does. */
export async function attackForms({ ask, viewer, pages, chance, count }: Attack): Promise<Tried> {
  const forms = pages.flatMap(formsOf).filter(({ path }) => !/^\/(sign-out|account|language)/.test(path));
  const broken: string[] = [];
  const sent = forms.length === 0 ? 0 : count;
  for (let n = 0; n < sent; n++) {
    const asked = { ...filled(chance.of(forms), chance), as: viewer.cookie };
    const fault = faultOfPage(asked, await ask(asked));
    if (fault) broken.push(fault);
  }
  return { name: `forms of ${pages.length} pages, as ${viewer.name}`, count: sent, broken };
}

function formsOf({ path, html }: Page): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)]
    .filter(([, head = '']) => /method="post"/i.test(head))
    .map(([, head = '', inside = '']) => {
      const action = /action="([^"]*)"/.exec(head)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const fields = [...inside.matchAll(/\bname="([^"]+)"/g)].map(([, name = '']) => name);
      return { path: action.startsWith('/') ? action : `${path.split('?')[0] ?? ''}${action}`, fields };
    });
}

const AS_FORM = { 'content-type': 'application/x-www-form-urlencoded' };

function filled({ path, fields }: Form, chance: Chance): Request {
  const texts = fields
    .filter(() => chance.next() < 0.9)
    .map(
      (name) => `${encodeURIComponent(name)}=${encodeURIComponent(chance.of(hostileTexts).toWellFormed())}`,
    );
  const asked = { method: 'POST', path, headers: AS_FORM, body: texts.join('&') };
  const way = chance.next();
  if (way < 0.05) return { ...asked, path: `${path.split('?')[0]}?/default` };
  if (way < 0.1) return { ...asked, path: `${path.split('?')[0]}?/nowhere` };
  if (way < 0.15) return { ...asked, headers: { 'content-type': 'multipart/form-data' } };
  if (way < 0.2)
    return { ...asked, headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\nx' };
  if (way < 0.25) return { ...asked, headers: { ...AS_FORM, 'transfer-encoding': 'chunked' } };
  if (way < 0.3) return { ...asked, headers: { 'content-type': 'application/json' }, body: '{"a":' };
  if (way < 0.33) return { ...asked, body: 'a=%zz&%00=%00' };
  return asked;
}
