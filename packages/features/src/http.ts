import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  ContextConfigDefault,
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Context } from './context.ts';

/**
 * Who may knock at a route; every route says it, or the api does not boot.
 * `anyone`: strangers too, the query decides what they see. `link`: the holder of a link from a mail.
 * `account`: signed in, else 401. `site-steward`: else 404, since what only stewards see is not there.
 * `setup`: the holder of the one-time setup link.
 */
export type Who = 'anyone' | 'link' | 'account' | 'site-steward' | 'setup';

declare module 'fastify' {
  interface FastifyRequest {
    ctx: Context;
  }
  interface FastifyContextConfig {
    who?: Who;
  }
}

/** The api as a feature's routes.ts sees it: Fastify, typed by TypeBox schemas. */
export type Door = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression<RawServerDefault>,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;
export type RouteConfig = ContextConfigDefault & { who: Who };
