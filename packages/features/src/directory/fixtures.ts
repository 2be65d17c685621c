import { contextFor, NOBODY, type Context, type House } from '../context.ts';
import { putUpListing } from './actions.ts';
import { answerListing } from './answers/actions.ts';
import type { NewListing } from './contract.ts';

type Site = { house: House };
type Account = { id: string; name: string; email: string; token: string };
type Group = { slug: string; steward: Account };

/** A day from now, as YYYY-MM-DD. */
export function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** What a group puts up: a room that it needs, for everybody to see, unless given otherwise. */
export const aNeed: NewListing = {
  ...{ side: 'need', thing: 'room', title: 'A room for forty people', coalition: null },
  endsOn: dayAhead(60),
};

/** A listing of a group, put up by its steward. `coalition`: for whose groups it is; without, it is for everybody. */
export async function aListing(site: Site, group: Group, given: Partial<NewListing> = {}) {
  const { id } = await putUpListing(as(site, group.steward), group.slug, { ...aNeed, ...given });
  return { id, path: `/listings/${id}` };
}

/** What another group says to it. */
export async function aListingAnswer(site: Site, listing: { id: string }, group: Group) {
  const word = 'We have it, on Tuesdays.';
  const { id } = await answerListing(as(site, group.steward), listing.id, { group: group.slug, word });
  return { id, path: `/listings/${listing.id}/answers/${id}` };
}

function as({ house }: Site, { id, name, email }: Account): Context {
  return contextFor(house, { ...NOBODY, id, name, email, signedIn: true });
}

/** What the directory tells, to either side; for the test that every notice has its words. */
export function directorySamples<To>({
  to,
  about: { id, groupId },
}: {
  to: To;
  about: { id: string; groupId: string };
}) {
  const said = { to, about: { id, groupId, title: 'A room' }, group: 'Tenants' };
  const news = [
    { ...said, answerId: '1', word: '' },
    { ...said, answerId: '2', word: 'On Tuesdays.' },
  ];
  return {
    'directory.answered': news,
    'directory.taken': news,
    'directory.declined': news,
    'directory.fulfilled': news,
    'directory.withdrawn': news,
    'directory.ended': news,
  };
}
