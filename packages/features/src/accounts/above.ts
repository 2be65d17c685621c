import type { Transaction } from '@groundwork/database';
import type { Context } from '../context.ts';
import type { Intent } from './contract.ts';

/**
 * What stands above this feature: the names of the groups around an account, what may be pressed before signing in, and
 * how a group's invitation is used up by the account that it opens.
 */
export type Above = { namesAround: NamesAround; carryOut: CarryOut; letIn: LetIn };

/** Names of the groups that this account is in or is likely to know. */
export type NamesAround = (ctx: Pick<Context, 'db'>, accountId: string) => Promise<string[]>;

/** How each deed is done, for features above this one. */
export type CarryOut = (ctx: Context, intent: Intent) => Promise<void>;

/** Makes an account that is just being opened a member, by a group's invitation; or refuses, and it is not opened. */
export type LetIn = (
  tx: Transaction,
  ctx: Context,
  given: { invitationId: string; account: { id: string; email: string } },
) => Promise<void>;
