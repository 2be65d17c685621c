import type { Static, TSchema } from 'typebox';
import type {} from './limits/route-limits.ts';
import type { Bytes, ParamsOfPath, Route } from './http.ts';
import type { routes } from './routes.ts';

type Table = typeof routes;

/** What each route takes and answers on the wire, for who asks the api: `Api['GET /groups/:slug']['answer']`. */
export type Api = { [Name in keyof Table]: Call<Name, Table[Name]> };

type Call<Name, R extends Route> = {
  params: ParamsOfPath<Name>;
  query: Said<R['query']>;
  body: R['body'] extends Bytes | undefined
    ? Blob
    : R['body'] extends 'unread' | undefined
      ? undefined
      : Said<R['body']>;
  answer: Said<R['answers']>;
};
/** What a route does not say is typed as whatever it might say. */
type Said<Part> = TSchema extends Part ? undefined : Part extends TSchema ? Static<Part> : never;
