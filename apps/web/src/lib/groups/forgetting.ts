import type { GroupChange } from '@groundwork/features/groups/contract';

/** After how many months people are forgotten, as a form says it; nothing for never. */
export function monthsOf(typed: string | undefined): GroupChange['forgetAfterMonths'] {
  return typed ? (Number(typed) as 12 | 24 | 36) : null;
}
