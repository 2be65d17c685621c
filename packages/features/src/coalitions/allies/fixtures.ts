import { contextFor, NOBODY, type Context, type House } from '../../context.ts';
import type { ACoalition } from '../fixtures.ts';
import { addAlly } from './actions.ts';
import { claimAlly } from './claims/actions.ts';
import type { NewAlly } from './contract.ts';
import { listClaims } from './queries.ts';

type Site = { house: House };
type Account = { id: string; name: string; email: string; token: string };

/** What a coalition says of a group elsewhere. */
export const anAllyPage: NewAlly = {
  name: 'Valley Walkers',
  summary: 'They walk the valley and count its lamps.',
  contact: 'Walkers’ house, 4 Mill Lane',
  link: 'https://walkers.example.org/about',
};
/** What somebody says who is of it. */
export const aWord = { word: 'I keep the books of the walkers. Ring the house.' };

/** An ally that a coalition put up, with the steward of the coalition. */
export async function anAlly(site: Site, coalition: ACoalition, page: Partial<NewAlly> = {}) {
  const ctx = as(site, coalition.steward);
  const { id, slug, name } = await addAlly(ctx, coalition.slug, { ...anAllyPage, ...page });
  return { id, slug, name, steward: coalition.steward };
}
export type AnAlly = Awaited<ReturnType<typeof anAlly>>;

/** Somebody says that it is them. Answers the id of that, as those who decide know it. */
export async function aClaim(site: Site, ally: AnAlly, account: Account): Promise<string> {
  await claimAlly(as(site, account), ally.slug, aWord);
  const { rows } = await listClaims(as(site, ally.steward), ally.slug, {});
  return rows.at(-1)?.id ?? '';
}

function as({ house }: Site, { id, name, email }: Account): Context {
  return contextFor(house, { ...NOBODY, id, name, email, signedIn: true });
}
