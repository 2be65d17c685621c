import type { ColumnView } from '@groundwork/features/segments/people-views/contract';
import type { Key } from '@groundwork/words';
import { languageNames } from '@groundwork/words/languages';
import type { Words } from '#lib/words/words.ts';
import { shownValue } from './field-values.ts';

type Said = Pick<Words, 't' | 'date'>;

/** What a column of a view is called: a field by its own name. */
export function columnTitle({ t }: Pick<Words, 't'>, { name, field }: ColumnView): string {
  return name === 'field' ? (field?.name ?? '') : t(`views.column.${name}`);
}

/** What stands in a cell, as it is read; tags are several. */
export function shownCell({ t, date }: Said, { name, field }: ColumnView, texts: string[]): string {
  const [text] = texts;
  if (text === undefined) return '';
  switch (name) {
    case 'language':
      return isLanguage(text) ? languageNames[text] : text;
    case 'assessment':
      return t(`people.assessment.${text}` as Key);
    case 'source':
      return t(`people.source.${text}` as Key);
    case 'added':
    case 'seen':
      return date(text);
    case 'mailable':
      return t(text === 'yes' ? 'people.values.yes' : 'people.values.no');
    case 'field':
      return field ? shownValue({ t, date }, { kind: field.kind, value: text }) : text;
    case 'name':
    case 'email':
    case 'phone':
    case 'city':
    case 'postcode':
    case 'tags':
    case 'pronouns':
    case 'contact':
    case 'came':
      return texts.join(', ');
  }
}

function isLanguage(code: string): code is keyof typeof languageNames {
  return Object.hasOwn(languageNames, code);
}
