import type { Transaction } from '@groundwork/database';
import type { House } from '../context.ts';
import { listCarriers } from '../groups/carriers.ts';
import { tell } from '../notices/actions.ts';
import type { DirectoryNews } from './notices.ts';

type Teller = Pick<House, 'settings'>;
export type TitledListing = { id: string; title: string };
type Told = {
  listing: TitledListing;
  answerId: string;
  /** Who hears of it: those who publish for this group. */
  toGroupId: string;
  /** The group that did it. */
  group: string;
  word: string;
};

/** Tells one side what the other did: the answer, the yes or the no, the end. A side speaks as its group. */
export async function tellListingSide(
  tx: Transaction,
  house: Teller,
  news: DirectoryNews,
  { listing, toGroupId, ...said }: Told,
): Promise<void> {
  const hearers = await listCarriers(tx, toGroupId, 'publish');
  const about = { ...listing, groupId: toGroupId };
  await tell(tx, house, `directory.${news}`, ...hearers.map(({ to }) => ({ to, about, ...said })));
}

/** Tells the groups whose answers nobody said yes or no to that the listing is closed. */
export async function tellAnswerers(
  tx: Transaction,
  house: Teller,
  listing: TitledListing,
  ended: { answerId: string; groupId: string }[],
): Promise<void> {
  for (const { answerId, groupId } of ended)
    await tellListingSide(tx, house, 'ended', {
      ...{ listing, answerId, toGroupId: groupId, group: '', word: '' },
    });
}
