import { contextFor, NOBODY, type Context, type House } from '../context.ts';
import { aGroup, type AGroup } from '../groups/fixtures.ts';
import type { CompactTerms } from './contract.ts';
import { askForOverlap } from './overlaps/actions.ts';
import type { OverlapAsk } from './overlaps/contract.ts';
import { decideTerms, proposeCompact } from './terms/actions.ts';
import { askForUse } from './uses/actions.ts';

type Site = { house: House };
type Account = { id: string; name: string; email: string; token: string };
type Group = Omit<AGroup, 'name'>;

/** What two groups agree on, unless given otherwise: three letters a year, with three days’ notice. */
export const someTerms = {
  ...{ about: 'The market and the rent there', fields: [], mostAYear: 3, noticeHours: 72 },
  ...{ until: dayFrom(300), endingDays: 30 },
} satisfies CompactTerms;

/** What one group would write to the other's people. */
export const someLetter = {
  texts: [
    { language: 'en' as const, subject: 'Come to the hearing', body: 'The stalls stay. Be in the room.' },
  ],
};

type Wanted = { group?: AGroup; writer?: AGroup; terms?: Partial<CompactTerms>; isAgreed?: boolean };

/** An agreement by which one group may write to the other's people, proposed by the one that writes. */
export async function aCompact(site: Site, { terms, isAgreed = true, ...sides }: Wanted = {}) {
  const group = sides.group ?? (await aGroup(site, { name: 'Tenants' }));
  const writer = sides.writer ?? (await aGroup(site, { name: 'Vecinas' }));
  const asked = { ...someTerms, ...terms, with: group.slug, hears: 'theirs' as const };
  const id = await proposeCompact(as(site, writer.steward), writer.slug, asked);
  const place = { slug: group.slug, compactId: id, number: 1 };
  if (isAgreed) await decideTerms(as(site, group.steward), place, { decision: 'agreed' });
  return { id, group, writer, path: pathOf(group, id), writerPath: pathOf(writer, id) };
}
export type ACompact = Awaited<ReturnType<typeof aCompact>>;

/** A letter that is asked for by the steward of the group that writes. */
export async function aUse(site: Site, { id, writer, path, writerPath }: ACompact) {
  const place = { slug: writer.slug, compactId: id };
  const useId = await askForUse(as(site, writer.steward), place, someLetter);
  return { id: useId, path: `${path}/uses/${useId}`, writerPath: `${writerPath}/uses/${useId}` };
}

/** Two groups are asked how many people they have in common, by the steward of the one that writes. */
export async function anOverlap(
  site: Site,
  { id, writer, path, writerPath }: ACompact,
  asked: OverlapAsk = {},
) {
  const place = { slug: writer.slug, compactId: id };
  const useId = await askForOverlap(as(site, writer.steward), place, asked);
  return { id: useId, path: `${path}/overlaps/${useId}`, writerPath: `${writerPath}/overlaps/${useId}` };
}

/** What two groups tell each other of what they agreed on: each with a word and without. */
export function compactSamples<To, About extends { id: string }>(to: To, about: About) {
  const said = { to, about, compactId: about.id, group: 'Tenants', title: 'The market' };
  const news = [
    { ...said, key: '1', word: '' },
    { ...said, key: '2', word: 'On Tuesdays.' },
  ];
  return {
    'compacts.proposed': news,
    'compacts.agreed': news,
    'compacts.declined': news,
    'compacts.ended': news,
    'compacts.use-asked': news,
    'compacts.use-agreed': news,
    'compacts.use-declined': news,
    'compacts.use-wished': news,
    'compacts.use-withdrawn': news,
    'compacts.use-lapsed': news,
    'compacts.use-stopped': news,
    'compacts.overlap-asked': news,
    'compacts.overlap-declined': news,
    'compacts.overlap-counted': news,
    'compacts.overlap-stopped': news,
  };
}

function pathOf({ slug }: Group, id: string): string {
  return `/groups/${slug}/compacts/${id}`;
}

function dayFrom(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function as({ house }: Site, { id, name, email }: Account): Context {
  return contextFor(house, { ...NOBODY, id, name, email, signedIn: true });
}
