import { LENGTHS } from '../../lengths.ts';
import { tidyLine } from '../../texts.ts';
import type { FieldKind } from './contract.ts';

/** Why something is no value of a field. Each code names a sentence. */
export type ValueRefusal =
  | 'field.too-long'
  | 'people.value-number'
  | 'people.value-number-twofold'
  | 'people.value-date'
  | 'people.value-date-twofold'
  | 'people.value-choice'
  | 'people.value-yesno';
export type ReadValue = { value: string } | { code: ValueRefusal };
type Valued = { kind: FieldKind; choices: readonly string[] };

/** What was typed, or stands in a cell, in the one form that values of its kind are kept in. Not for what is empty. */
export function readValue({ kind, choices }: Valued, typed: string): ReadValue {
  const text = tidyLine(typed);
  switch (kind) {
    case 'number':
      return numberIn(text);
    case 'date':
      return dateIn(text);
    case 'yesno':
      return yesNoIn(text);
    case 'choice':
      return choiceIn(choices, text);
    case 'text':
      return text.length > LENGTHS.fieldValue ? { code: 'field.too-long' } : { value: text };
  }
}

/** Choices are told apart whatever their capitals. */
export function choiceKey(choice: string): string {
  return choice.normalize('NFC').toLowerCase();
}

function choiceIn(choices: readonly string[], text: string): ReadValue {
  const key = choiceKey(text);
  const value = choices.find((choice) => choiceKey(choice) === key);
  return value === undefined ? { code: 'people.value-choice' } : { value };
}

function yesNoIn(text: string): ReadValue {
  const word = text.toLowerCase();
  if (YES.has(word)) return { value: 'yes' };
  return NO.has(word) ? { value: 'no' } : { code: 'people.value-yesno' };
}
const YES = new Set(
  'yes,y,true,t,1,on,x,\u2713,\u2714,\u2611,\u2705,sí,si,s,verdadero,cierto,نعم,صحيح,أجل'.split(','),
);
const NO = new Set('no,n,false,f,0,off,falso,لا,خطأ,كلا'.split(','));

/**
 * A number as people write it, with either sign before its decimals and either between thousands. Where `1,234` could be
 * both, it is refused: nobody would notice a thousand times too much.
 */
function numberIn(text: string): ReadValue {
  const plain = westernDigits(text)
    .replaceAll(/[\s'\u2019]/g, '')
    .replace(/^[\u2212\u2013]/, '-')
    .replaceAll('\u066c', ',');
  if (TWOFOLD.test(plain)) return { code: 'people.value-number-twofold' };
  const [, sign, whole = '', , decimals = ''] = POINTED.exec(plain) ?? COMMAED.exec(plain) ?? [];
  if (sign === undefined) return { code: 'people.value-number' };
  const digits = whole.replaceAll(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  const fraction = withoutZeros(decimals);
  if (digits.length > 15 || fraction.length > 6) return { code: 'people.value-number' };
  const value = digits + (fraction && `.${fraction}`);
  return { value: sign === '-' && value !== '0' ? `-${value}` : value };
}
/** Without the zeros at its end. */
function withoutZeros(decimals: string): string {
  let end = decimals.length;
  while (decimals.charAt(end - 1) === '0') end -= 1;
  return decimals.slice(0, end);
}
const TWOFOLD = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const POINTED = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.(\d+))?$/;
const COMMAED = /^([+-]?)(\d+|\d{1,3}(?:\.\d{3})+)(,(\d+))?$/;

/** A day. Where `3/4` could be in March and in April, it is refused. */
function dateIn(text: string): ReadValue {
  const plain = westernDigits(text).replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:.*$/, '$1');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const [, first, second, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain) ?? [];
  if (Number(first) > 12) return dayOf(year, second, first);
  if (Number(second) > 12 || first === second) return dayOf(year, first, second);
  return { code: year === undefined ? 'people.value-date' : 'people.value-date-twofold' };
}

function dayOf(year = '', month = '', day = ''): ReadValue {
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${value}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  return isReal && Number(year) >= 1900 ? { value } : { code: 'people.value-date' };
}

/** Arabic and Persian digits, and the sign before their decimals. */
function westernDigits(text: string): string {
  return text
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('\u066b', '.');
}
