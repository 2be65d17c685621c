import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
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
    /** The address of whoever asks, as the connection or a trusted proxy says it. Kept nowhere. */
    from: string;
  }
  interface FastifyContextConfig {
    who?: Who;
  }
}

/** For a route that others ask for its head alone: what is a file to calendars and link checkers. */
export const HEAD = { exposeHeadRoute: true };

/** The api as a feature's routes.ts sees it: Fastify, typed by TypeBox schemas. */
export type Door = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** A value as the wire's types see it: the serializer writes every Date as ISO 8601, so only the type changes. */
export function onTheWire<T>(value: T): OnTheWire<T> {
  return value as OnTheWire<T>;
}
export type OnTheWire<T> = T extends Date
  ? string
  : T extends (infer Row)[]
    ? OnTheWire<Row>[]
    : T extends object
      ? { [Key in keyof T]: OnTheWire<T[Key]> }
      : T;
