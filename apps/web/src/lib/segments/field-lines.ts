import type { PersonFieldView } from '@groundwork/features/people/fields/contract';

/** What a line can ask of a field of each kind, in the order in which it is offered. */
export const FIELD_DEEDS = {
  text: ['contains', 'is', 'lacks'],
  number: ['least', 'most', 'lacks'],
  date: ['since', 'before', 'days', 'lacks'],
  choice: ['chosen', 'lacks'],
  yesno: ['answered', 'lacks'],
} as const satisfies Record<PersonFieldView['kind'], readonly string[]>;

/** The field that the form of a line is about, `field:<id>`. */
export function fieldAsked(is: string, fields: PersonFieldView[]): PersonFieldView | null {
  return fields.find(({ id }) => is === `field:${id}`) ?? null;
}

/** The line about a field as it is written, from what was chosen and typed; what is missing is for the api to refuse. */
export function fieldLine(how: string, { id }: PersonFieldView, asked: URLSearchParams): string {
  const does = asked.get('does') ?? '';
  const typed = asked.get(does === 'days' ? 'days' : 'value')?.trim() ?? '';
  const value = does === 'lacks' ? [] : [`value=${encodeURIComponent(typed)}`];
  return [how, 'field', `field=${id}`, `does=${does}`, ...value].join(':');
}
