import type { VariantName } from '@groundwork/features/compositions/contract';
import { isLanguage, type Language } from '@groundwork/words';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import type { FormValues } from '#lib/api/forms.ts';
import { ApiRefusal } from '#lib/api/refusal.ts';
import { uploadPicture } from '#lib/pictures/pictures.server.ts';
import { isVariant } from './variants.ts';
import { blockOf, isBlockKind, withBlock, type BlockKind } from './blocks.ts';

type Which = { variant: VariantName; language: Language };
type Event = RequestEvent<{ slug: string; mailingId: string }>;

/** Saves what a mailing says in a language, with the block that was to be put in; and in whose name it speaks, if that is another. */
export async function saveText(event: Event, typed: FormValues, form: FormData): Promise<Which> {
  const { subject, preheader, body = '', version, put, sender } = typed;
  const language = isLanguage(typed.language) ? typed.language : event.locals.language;
  const variant = isVariant(typed.variant) ? typed.variant : 'a';
  const block = isBlockKind(put) ? await blockTyped(event, put, form) : null;
  await call(
    event,
    'PUT /groups/:slug/mailings/:mailingId/texts/:language',
    { ...event.params, language },
    { variant, subject, preheader, body: block === null ? body : withBlock(body, block), version },
  );
  if (sender && sender !== typed.senderBefore)
    await call(event, 'PUT /groups/:slug/mailings/:mailingId/sender', event.params, {
      isInMyName: sender === 'me',
    });
  return { variant, language };
}

/** Refused beside the field of what is missing. */
async function blockTyped(event: Event, kind: BlockKind, form: FormData): Promise<string> {
  const said = (name: string) => String(form.get(name) ?? '').trim();
  const key = kind === 'picture' ? await uploadPicture(event, form) : undefined;
  const slug = kind === 'event' ? said('putEvent') : said('putPetition');
  const words = said(WORDS_OF[kind] ?? '');
  const block = blockOf(kind, { slug, words, address: said('buttonAddress'), ...(key && { key }) });
  if (block !== null) return block;
  const message = event.locals.words.t('error.field.required');
  const missing = (MISSING[kind] ?? []).filter((name) => name === 'picture' || said(name) === '');
  const fields = missing.map((name) => ({ name, message }));
  throw new ApiRefusal({ status: 422, code: 'invalid', detail: message, fields });
}

const WORDS_OF: Partial<Record<BlockKind, string>> = {
  button: 'buttonWords',
  picture: 'pictureAlt',
  quote: 'quoteWords',
  name: 'nameElse',
};
const MISSING: Partial<Record<BlockKind, string[]>> = {
  event: ['putEvent'],
  petition: ['putPetition'],
  button: ['buttonWords', 'buttonAddress'],
  picture: ['picture'],
  quote: ['quoteWords'],
};
