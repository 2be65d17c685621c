import type { Queryable } from '@groundwork/database';
import { fillPlaces, layoutMail, messageSize } from '@groundwork/mail';
import type { Language } from '@groundwork/words';
import { Conflict } from '../errors.ts';
import type { Context, House } from '../context.ts';
import { templateOf, type Sender } from '../outbox/composing.ts';
import { readLetter } from '../outbox/letter.ts';
import { findSite } from '../site/queries.ts';
import type { CompositionPlace } from './changing.ts';
import type { PreviewQuery } from './contract.ts';
import type { Variant } from './learning.ts';
import { compositionLetter, readComposed, valuesFor, type Composed } from './letters.ts';
import { findComposition } from './queries.ts';

/** One mail of a composition as somebody who reads this language gets it, with the viewer's own name in it. */
export async function previewComposition(
  ctx: Context,
  { slug, id }: CompositionPlace,
  { language, variant = 'a' }: PreviewQuery,
) {
  const composition = await findComposition(ctx, slug, id);
  const composed = await readComposed(ctx, ctx.db, id);
  if (!composed || composed.texts.length === 0) throw new Conflict('compositions.no-text');
  const { group, replyTo, ownSender } = composition;
  const sender = { name: group.name, contact: replyTo, own: ownSender };
  const sample = await sampleOf(ctx, ctx.db, { composed, sender, variant, language, name: ctx.viewer.name });
  const size = await messageSize(sample.template, ctx.settings.mailFrom);
  return { language, size, ...sample };
}

/** The nil id: a sample is nobody's, and its way out ends nothing. */
const NOBODY_ID = '00000000-0000-0000-0000-000000000000';
type Sampled = {
  composed: Composed;
  sender: Sender;
  variant: Variant;
  language: Language;
  name: string;
};

/** One letter with everything in its places, as it is laid out. */
export async function sampleOf(
  house: House,
  db: Queryable,
  { composed, sender, variant, language, name }: Sampled,
) {
  const { name: siteName } = await findSite({ db });
  const { subject, letter } = sampleLetter(house, { composed, variant, language, name });
  const template = templateOf(
    house,
    { siteName, group: sender, answersTo: null },
    { language, subject, letter, typed: null },
  );
  const { html, text } = layoutMail(template.letter);
  return {
    ...{ subject, html, text, letter, template },
    preheader: letter.preheader ?? '',
    from: template.from ?? house.settings.mailFrom,
  };
}

/** A letter as one reader gets it. */
export function sampleLetter(house: House, { composed, variant, language, name }: Omit<Sampled, 'sender'>) {
  const { subject, letter } = compositionLetter(house, composed, { variant, language });
  const values = valuesFor(house, composed, { personId: NOBODY_ID, variant, language, own: name });
  const filled = readLetter({ letter: null, values }, { letter });
  if (!filled) throw new Error('a letter that is written is there');
  return { subject: fillPlaces(subject, values), letter: filled };
}
