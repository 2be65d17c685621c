import type { FastifyReply } from 'fastify';
import type { Context } from '../../context.ts';
import { letInCookies } from '../sign-ins/devices.ts';
import { carryOutAs } from './carrying.ts';
import type { CarryOut } from '../above.ts';
import { intentCookieEnd, intentIn } from './cookie.ts';

type Entering = {
  token: string;
  email: string;
  next: string | undefined;
  carryOut: CarryOut;
  cookies: Record<string, string | undefined>;
};

/** Answers whoever just came in: with their cookies, and what came of what they pressed before, if anything. */
export async function enter(ctx: Context, { next, carryOut, ...letIn }: Entering, reply: FastifyReply) {
  const { token, cookies } = letIn;
  const outcome = await carryOutAs(ctx, { token, intent: intentIn(ctx, cookies, next) }, carryOut);
  void reply.header('set-cookie', [...letInCookies(ctx, letIn, cookies), ...intentCookieEnd(ctx, cookies)]);
  return outcome ?? undefined;
}
