import { newId, type Transaction } from '@groundwork/database';
import type { House } from '../context.ts';
import { listCarriers } from '../groups/carriers.ts';
import type { Responsibility } from '../groups/responsibilities.ts';
import { tell } from '../notices/actions.ts';
import type { CompactNews } from './notices.ts';

type Told = {
  compactId: string;
  /** Who hears of it: those who carry this in this group. */
  to: { groupId: string; responsibility: Responsibility };
  /** The group that did it, as they know it. */
  group: string;
  title: string;
  word?: string;
};

/** Tells one side what the other did. */
export async function tellCompactSide(
  tx: Transaction,
  house: Pick<House, 'settings'>,
  news: CompactNews,
  { to, word = '', ...said }: Told,
): Promise<void> {
  const hearers = await listCarriers(tx, to.groupId, to.responsibility);
  const key = newId();
  await tell(tx, house, news, ...hearers.map((hearer) => ({ ...hearer, ...said, word, key })));
}
