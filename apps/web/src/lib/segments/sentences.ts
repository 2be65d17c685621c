import type { LineView } from '@groundwork/features/segments/contract';
import { languageNames } from '@groundwork/words/languages';
import type { Words } from '#lib/words/words.ts';

/** What a line asks, as the rest of "Add everyone who ...". */
export function lineSentence({ t, date }: Words, { who, about, isGone }: LineView): string {
  const when = 'since' in who || 'days' in who ? whenOf({ t, date }, who) : '';
  const thing = (any: 'campaign' | 'event') =>
    about ?? t(isGone ? 'segments.thing.gone' : `segments.thing.any-${any}`);
  switch (who.is) {
    case 'signed':
    case 'pledged':
      return t(`segments.who.${who.is}`, { thing: thing('campaign'), when }).trim();
    case 'came':
    case 'missed':
      return t(`segments.who.${who.is}`, { thing: thing('event'), when, times: who.times ?? 1 }).trim();
    case 'coming':
      return t('segments.who.coming', { thing: thing('event') });
    case 'tagged':
      return t('segments.who.tagged', { tag: who.tag });
    case 'speaking':
      return t('segments.who.speaking', { language: languageNames[who.language] });
    case 'role':
      return t('segments.who.role', { role: roleName({ t }, who.role, about) });
    case 'from':
      return t('segments.who.from', { source: t(`people.source.${who.source}`) });
    case 'added':
      return t('segments.who.added', { when }).trim();
    case 'contacted':
      return t(`segments.who.contacted.${who.by ?? 'any'}`, { when }).trim();
    case 'agreed':
    case 'refused':
      return t(`segments.who.${who.is}`, {
        way: t(`segments.way.${who.way}`),
        purpose: t(`segments.purpose.${who.purpose}`),
      });
    case 'lacking':
      return t(`segments.who.lacking.${who.what}`);
    case 'assessed':
      return closenessOf({ t }, who);
    case 'within':
    case 'listed':
    case 'brought':
    case 'contact':
    case 'person':
    case 'rung':
      return t(`segments.who.${who.is}`, { thing: about ?? t('segments.thing.gone') });
    case 'postcode':
      return t('segments.who.postcode', { begins: who.begins.toUpperCase() });
    case 'near':
      return t('segments.who.near', { km: who.km, postcode: who.postcode.toUpperCase() });
    case 'city':
      return t('segments.who.city', { city: who.city });
    case 'field':
      return fieldSentence({ t, date }, who, about ?? t('segments.thing.gone'));
    case 'searching':
      return t('segments.who.searching', { words: who.words });
    case 'member':
    case 'mailable':
    case 'unassessed':
    case 'no-contact':
    case 'duplicate':
      return t(`segments.who.${who.is}`);
  }
}

function roleName({ t }: Pick<Words, 't'>, role: string, about: string | null) {
  const given = ROLES.find((one) => one === role);
  return given ? t(`groups.role.${given}`) : (about ?? t('segments.thing.gone'));
}
const ROLES = ['member', 'organizer', 'steward'] as const;

type FieldLine = Extract<LineView['who'], { is: 'field' }>;
function fieldSentence({ t, date }: Pick<Words, 't' | 'date'>, who: FieldLine, field: string): string {
  if (who.does === 'lacks') return t('segments.who.field.lacks', { field });
  return t(`segments.who.field.${who.does}`, { field, value: fieldValueOf({ t, date }, who) });
}

type ValueLine = Extract<LineView['who'], { is: 'field'; value: string }>;
function fieldValueOf({ t, date }: Pick<Words, 't' | 'date'>, { does, value }: ValueLine) {
  if (does === 'answered') return t(value === 'yes' ? 'people.values.yes' : 'people.values.no');
  if (does === 'days') return t('segments.when.days', { days: Number(value) });
  const isDay = does === 'since' || does === 'before';
  return isDay && DAY.test(value) ? date(value, 'day', 'UTC') : value;
}
const DAY = /^\d{4}-\d\d-\d\d$/;

type Closeness = { least: number; most: number };
function closenessOf({ t }: Pick<Words, 't'>, { least, most }: Closeness) {
  if (least === most) return t('segments.who.assessed.one', { assessment: least });
  return t('segments.who.assessed', { least, most });
}

type Span = { since?: string; days?: number };
function whenOf({ t, date }: Pick<Words, 't' | 'date'>, { since, days }: Span) {
  const parts = [
    since && t('segments.when.since', { day: date(since, 'day', 'UTC') }),
    days && t('segments.when.days', { days }),
  ];
  return parts.filter(Boolean).join(' ');
}
