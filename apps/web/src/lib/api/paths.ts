import type { Api } from '@groundwork/features/api';
import { error } from '@sveltejs/kit';

/** Where the live door is, which is no route. */
export const LIVE_PATH = '/api/v1/live';

/** A route of the api: `GET /groups/:slug`. */
export type ApiRoute = keyof Api;

/** What a route is asked with: its params, and what else it takes in its query. Text that is missing or empty is not asked. */
export type Asked<Name extends ApiRoute> = Record<Api[Name]['params'], string | undefined> & {
  [Key in keyof Api[Name]['query']]: Api[Name]['query'][Key] | string | null | undefined;
};
type Value = string | number | boolean | null | undefined;
/** Nothing has to be said where nothing must be asked. */
export type AskedArguments<Name extends ApiRoute> =
  Partial<Asked<Name>> extends Asked<Name> ? [asked?: Asked<Name>] : [asked: Asked<Name>];

/**
 * The path of a route from the root of the site on: `/api/v1/groups/eastside/members?limit=5`. Each value is encoded and
 * stays in its place, so that nothing typed reaches another route. A param that no path can hold leads to a page that is
 * not there (404).
 */
export function pathOf<Name extends ApiRoute>(name: Name, ...[asked]: AskedArguments<Name>): string {
  const rest = new Map(Object.entries<Value>((asked ?? {}) as Record<string, Value>));
  const path = name.slice(name.indexOf('/')).replaceAll(/:(\w+)/g, (_, param: string) => {
    const text = String(rest.get(param) ?? '');
    rest.delete(param);
    if (['', '.', '..'].includes(text) || !text.isWellFormed()) error(404, '');
    return encodeURIComponent(text);
  });
  const query = [...rest].map(([key, value]) => [key, String(value ?? '')]).filter(([, text]) => text !== '');
  return `/api/v1${path}${query.length > 0 ? `?${new URLSearchParams(query)}` : ''}`;
}
