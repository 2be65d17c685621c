import type { NamesAround } from './passwords/known.ts';
import type { CarryOut, LetIn } from './intents/carrying.ts';

/**
 * What stands above this feature: the names of the groups around an account, what may be pressed before signing in, and
 * how a group's invitation is used up by the account that it opens.
 */
export type Above = { namesAround: NamesAround; carryOut: CarryOut; letIn: LetIn };
