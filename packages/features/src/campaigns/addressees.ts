import type { Transaction } from '@groundwork/database';
import type { Context } from '../context.ts';
import { Invalid } from '../errors.ts';
import { may, type Carrier } from '../groups/responsibilities.ts';
import { findTargetChoice } from '../groups/targets/queries.ts';
import { LENGTHS } from '../lengths.ts';

type Addressed = { target?: string | null | undefined; targetId?: string | null | undefined };
type Home = Carrier & { groupId: string };

/**
 * Whom a campaign addresses, as it is stored: a record that its group finds, which whoever publishes for it chooses; where no
 * words of their own were typed, its name stands on the page. What was chosen before stays, also if it is found no more.
 */
export async function addresseeOf(
  tx: Transaction,
  { viewer }: Context,
  home: Home,
  { asked, before }: { asked: Addressed; before?: Addressed },
): Promise<Pick<Addressed, 'target'>> {
  const { targetId: id } = asked;
  if (!id || id === before?.targetId) return {};
  const { groupId } = home;
  const chosen = may(home, 'publish')
    ? await findTargetChoice(tx, { id, groupId, viewerId: viewer.id })
    : undefined;
  if (!chosen) throw new Invalid([{ name: 'targetId', code: 'campaigns.no-such-target' }]);
  const words = asked.target === undefined ? before?.target : asked.target;
  return words ? {} : { target: named(chosen) };
}

function named({ name, office }: { name: string; office: string }): string {
  const whole = office ? `${name}, ${office}` : name;
  return whole.length <= LENGTHS.target ? whole : name;
}
