import type { Answer } from '../http.ts';
import { allowed } from '../policy.ts';
import type { TargetRow, TargetView } from './contract.ts';
import { targetPolicy } from './policy.ts';
import type { ListedTarget, SeenTarget } from './queries.ts';

/** A target in a group's list, as it leaves. */
export function targetRow(row: Omit<ListedTarget, 'cursor'>): Answer<TargetRow> {
  const { id, name, office, area, leftOn, hasLeft, isHidden, dueCount } = row;
  const { isCoalitions, holderSlug, holderName } = row;
  return {
    ...{ id, name, office, area, leftOn, hasLeft, isHidden, dueCount },
    coalition:
      isCoalitions && holderSlug !== null && holderName !== null
        ? { slug: holderSlug, name: holderName }
        : null,
  };
}

/** One target, whole. */
export function targetView(target: SeenTarget): Answer<TargetView> {
  const { email, phone, page, address, hiddenReason, isOpen } = target;
  const { edit, remove, ask, note, report } = allowed(targetPolicy, target);
  return {
    ...targetRow(target),
    ...{ email, phone, page, address, hiddenReason, isOpen },
    can: { edit, remove, ask, note, report },
  };
}
