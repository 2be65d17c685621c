import type {
  FastifyContextConfig,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RouteOptions,
} from 'fastify';
import { Type, type Static, type TSchema } from 'typebox';
import type { Context } from './context.ts';
import { SlugAsked } from './texts.ts';

/**
 * Who may knock at a route; a route that does not say it does not compile.
 * `anyone`: strangers too, the query decides what they see. `link`: the holder of a link from a mail.
 * `account`: signed in, else 401. `site-steward`: else 404, since what only stewards see is not there.
 * `setup`: the holder of the one-time setup link.
 */
export type Who = 'anyone' | 'link' | 'account' | 'site-steward' | 'setup';

declare module 'fastify' {
  interface FastifyRequest {
    ctx: Context;
    /** As @fastify/cookie declares them, for who takes types from here and not from the api. */
    cookies: { [cookieName: string]: string | undefined };
    /** The address of whoever asks, as the connection or a trusted proxy says it. Kept nowhere. */
    from: string;
  }
  interface FastifyContextConfig {
    who?: Who;
    /** The code of the sentence for a file that is too large, where it has one of its own. */
    tooLarge?: string | undefined;
  }
}

/** What a route takes and answers. Where `answers` is missing it answers 204, with nothing. */
type Shape<P extends Params, Q extends TSchema, B extends Body, A extends TSchema> = {
  who: Who;
  limit?: FastifyContextConfig['limit'];
  /** The params that are something else than their names say; see `paramNamed`. */
  params?: P;
  query?: Q;
  body?: B;
  answers?: A;
  /** What it answers with another status. */
  also?: Record<number, A>;
  /** 200 with an answer and 204 without, unless it is said here, or by the deed to its reply. */
  status?: number;
  /** The content type of the file that it answers instead, unless the deed says another to its reply. */
  sends?: string;
  /** Whether a HEAD is answered too: calendars and link checkers ask so for files. */
  head?: boolean;
};

type Params = Record<string, TSchema>;
/** `unread`: whatever comes is let pass, and is nothing. */
type Body = TSchema | Bytes | 'unread';

/**
 * A body that is a file of these content types, which the api refuses elsewhere; of at most so many bytes. `tooLarge` is the
 * code of what is said to who sends more, beside the field `file`; its sentence is told the most `megabytes`.
 */
export class Bytes {
  readonly types: string | RegExp;
  readonly most: number;
  readonly tooLarge: string | undefined;

  constructor(types: string | RegExp, most: number, tooLarge?: string) {
    this.types = types;
    this.most = most;
    this.tooLarge = tooLarge;
  }
}

type Asked<N extends string, P extends Params, Q extends TSchema, B extends Body> = Pick<
  FastifyRequest,
  'cookies' | 'from' | 'headers' | 'method'
> & {
  params: {
    [Name in N]: string extends keyof P ? string : Name extends keyof P ? Static<P[Name]> : string;
  };
  query: Static<Q>;
  body: B extends Bytes ? Buffer : B extends TSchema ? Static<B> : undefined;
};

/** A value as a deed may return it: with a Date where the wire has text, since the serializer writes it as ISO 8601. */
export type Answer<T> = T extends string
  ? string extends T
    ? T | Date
    : T
  : T extends (infer Row)[]
    ? Answer<Row>[]
    : T extends object
      ? { [Key in keyof T]: Answer<T[Key]> }
      : T;

/** A line of a table: its shape, and what it does. `N` are the names of the params in its path. */
export type Route<
  N extends string = string,
  P extends Params = Params,
  Q extends TSchema = TSchema,
  B extends Body = Body,
  A extends TSchema = TSchema,
> = Shape<P, Q, B, A> & {
  /** The reply is for cookies, headers and a status that only the outcome tells. */
  answer(
    ctx: Context,
    asked: Asked<N, P, Q, B>,
    reply: FastifyReply,
  ): Answer<Static<A>> | Promise<Answer<Static<A>>>;
};
/** By name: `GET /groups/:slug`. */
export type Routes = Record<string, Route>;

/** Says what a route takes, what it answers, and who may knock; then does it. */
export function deed<
  N extends string,
  P extends Params,
  Q extends TSchema,
  B extends Body,
  A extends TSchema,
>(shape: Shape<P, Q, B, A>, answer: Route<N, P, Q, B, A>['answer']): Route<N, P, Q, B, A> {
  return { ...shape, answer };
}

/** An answer that there may be none of, which is then a 204. */
export function orNothing<T extends TSchema>(schema: T) {
  return Type.Unsafe<Static<T> | undefined>(schema);
}

/** A feature's table, in which each deed knows the params of its path. */
export function defineRoutes<K extends string, T extends Table<K>>(table: T & Table<K>): T {
  return table;
}
type Table<K extends string> = {
  [Name in K]: Name extends `${Method} /${string}` ? Route<ParamsOfPath<Name>> : never;
};
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type ParamsOfPath<Name> = Name extends `${string}/:${infer Rest}`
  ? Rest extends `${infer Param}/${infer More}`
    ? Bare<Param> | ParamsOfPath<`/${More}`>
    : Bare<Rest>
  : never;
type Bare<Param> = Param extends `${infer Word}.${string}` ? Word : Param;

export const CSV = 'text/csv; charset=utf-8';

/** A list, for a browser that keeps it under its name. */
export function attached<File>(
  reply: FastifyReply,
  { fileName, csv }: { fileName: string; csv: File },
): File {
  void reply.header('content-disposition', `attachment; filename="${fileName}"`);
  return csv;
}

/** Mounts a table on Fastify. */
export function mount(app: FastifyInstance, routes: Routes): void {
  for (const [name, route] of Object.entries(routes)) {
    const options = optionsOf(name, route);
    const { body } = route;
    if (body === 'unread' || body instanceof Bytes)
      app.register((own, _options, done) => {
        readBody(own, body);
        own.route(options);
        done();
      });
    else app.route(options);
  }
}

function optionsOf(name: string, route: Route): RouteOptions {
  const [method = '', url = ''] = name.split(' ');
  const { who, limit, query, body, answers, also, sends, head } = route;
  const status = route.status ?? (answers || sends ? 200 : 204);
  const isFile = body instanceof Bytes;
  const params = paramsIn(url, route.params);
  return {
    ...{ method, url, config: { who, limit, ...(isFile && { tooLarge: body.tooLarge }) } },
    ...(head && { exposeHeadRoute: true }),
    ...(isFile && { bodyLimit: body.most }),
    schema: {
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && !isFile && body !== 'unread' && { body }),
      ...(answers && { response: { [status]: answers, ...also } }),
    },
    handler: async (request, reply) => {
      void reply.code(status);
      if (isFile && !Buffer.isBuffer(request.body)) request.body = Buffer.alloc(0);
      const answer = await route.answer(request.ctx, request as Asked<string, Params, TSchema, Body>, reply);
      if (reply.sent) return reply;
      if (answers && answer === undefined) void reply.code(204);
      if (sends && answer !== undefined && !reply.hasHeader('content-type')) void reply.type(sends);
      return reply.send(answers || sends ? answer : undefined);
    },
  };
}

/** In a scope of its own: elsewhere such a body is refused. */
function readBody(own: FastifyInstance, body: Body) {
  if (body instanceof Bytes) {
    const whole = { parseAs: 'buffer', bodyLimit: body.most } as const;
    own.addContentTypeParser(body.types, whole, (_request, bytes, done) => done(null, bytes));
    return;
  }
  own.removeAllContentTypeParsers();
  own.addContentTypeParser('*', (_request, stream, done) => {
    stream.resume();
    done(null, undefined);
  });
}

function paramsIn(url: string, said: Params = {}) {
  const names = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  if (names.length === 0) return undefined;
  return Type.Object(Object.fromEntries(names.map((name) => [name, said[name] ?? paramNamed(name)])));
}

/** What a param is by its name: an id is a uuid, `slug` and what stands for one have no more characters than a slug. */
function paramNamed(name: string) {
  if (['slug', 'group', 'campaign', 'frame'].includes(name)) return SlugAsked;
  if (/^id$|Id$/.test(name)) return Type.String({ format: 'uuid' });
  return name === 'token' ? Type.String({ maxLength: 100 }) : Type.String();
}
