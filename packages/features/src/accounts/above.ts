import type { NamesAround } from './passwords/known.ts';
import type { CarryOut } from './wishes/carrying.ts';

/** What stands above this feature: the names of the groups around an account, and what may be pressed before signing in. */
export type Above = { namesAround: NamesAround; carryOut: CarryOut };
