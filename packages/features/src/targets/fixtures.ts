import { contextFor, NOBODY, type Context, type House } from '../context.ts';
import { addTarget } from './actions.ts';
import { writeAsk } from './asks/actions.ts';
import type { NewAsk } from './asks/contract.ts';
import type { NewTarget } from './contract.ts';
import { writeTargetNote } from './notes/actions.ts';

type Site = { house: House };
type Account = { id: string; name: string; email: string; token: string };
type Group = { slug: string; steward: Account };

/** A day so many days from now, as YYYY-MM-DD. */
export function dayFrom(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

export const aMayor = { name: 'Dana Price', office: 'Mayor', area: 'Riverton' };

/** A target that a group puts up, its own unless a coalition is given. */
export async function aTarget(
  site: Site,
  group: Group,
  { coalition, ...given }: Partial<Omit<NewTarget, 'coalition'>> & { coalition?: { slug: string } } = {},
) {
  const asked = { ...aMayor, ...given, coalition: coalition?.slug ?? null };
  const { id } = await addTarget(as(site, group.steward), group.slug, asked);
  return { id, pathFor: (reader: { slug: string }) => `/groups/${reader.slug}/targets/${id}` };
}
export type ATarget = Awaited<ReturnType<typeof aTarget>>;

/** What a group asked of one, a week ago. */
export async function anAsk(site: Site, target: ATarget, group: Group, given: Partial<NewAsk> = {}) {
  const asked = { what: 'Keep the branch open on Saturdays.', askedOn: dayFrom(-7), ...given };
  const { id } = await writeAsk(as(site, group.steward), { slug: group.slug, targetId: target.id }, asked);
  return { id, path: `${target.pathFor(group)}/asks/${id}` };
}

/** What a group keeps in mind about one. */
export async function aTargetNote(site: Site, target: ATarget, group: Group) {
  const named = { slug: group.slug, targetId: target.id };
  const { id } = await writeTargetNote(as(site, group.steward), named, 'Listens to nurses.');
  return { id, path: `${target.pathFor(group)}/notes/${id}` };
}

function as({ house }: Site, { id, name, email }: Account): Context {
  return contextFor(house, { ...NOBODY, id, name, email, signedIn: true });
}
