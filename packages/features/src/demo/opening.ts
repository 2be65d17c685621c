import { relayOnce, type JournalEntry } from '@groundwork/database/journal';
import { addAccount } from '../accounts/actions.ts';
import { hashPassword } from '../accounts/passwords/hashing.ts';
import { findViewer } from '../accounts/sessions.ts';
import { contextFor, NOBODY, type Context, type House } from '../context.ts';
import { createGroup, editGroup } from '../groups/actions.ts';
import type { NewGroup } from '../groups/contract.ts';
import { addMember, setRole } from '../groups/members/actions.ts';
import { listGroups } from '../groups/queries.ts';
import { handlers } from '../handlers.ts';
import { newToken } from '../site/tokens.ts';
import { makeSetupLink, setUpSite } from '../stewardship/setup/actions.ts';
import { jobsFor, handlerOfJob } from '../work.ts';
import { cast, castGroups, type CastKey } from './cast.ts';

/** What the scenes are played on: who is who, and the address and id of each group. */
export type Stage = {
  house: House;
  password: string;
  as: (key: CastKey) => Context;
  groups: Map<string, { id: string; slug: string; steward: CastKey }>;
};
export const DEMO_ZONE = 'America/New_York';

/** Makes the site as a steward does, by its setup link; then its other accounts and groups. The one password is new each time. */
export async function openDoors(house: House): Promise<Stage> {
  const password = `valley ${newToken().slice(0, 12)}`;
  const passwordHash = await hashPassword(password);
  const contexts = new Map<CastKey, Context>([['amina', await setUp(house, password)]]);
  for (const { key, name, language } of cast) {
    if (contexts.has(key)) continue;
    const asked = { name, language, email: emailOf(key), timeZone: DEMO_ZONE };
    const account = await house.db.transaction((tx) => addAccount(tx, asked, passwordHash));
    contexts.set(key, contextFor(house, { ...NOBODY, ...account, signedIn: true }));
  }
  const as = (key: CastKey) => contexts.get(key) ?? contextFor(house);
  const stage: Stage = { house, password, as, groups: new Map() };
  for (const group of castGroups) await openGroup(stage, group);
  await workOffAll(house);
  return stage;
}

/** The first steward follows the link; the first group is theirs. */
async function setUp(house: House, password: string): Promise<Context> {
  const [steward] = cast;
  const [group] = castGroups;
  const link = await makeSetupLink(house);
  const { token } = await setUpSite(contextFor(house), link?.split('/').at(-1) ?? '', {
    siteName: 'Valley Coalition',
    languages: ['en', 'es', 'ar'],
    opening: 'anyone',
    ...{ name: steward.name, email: emailOf(steward.key), password },
    ...{ language: steward.language, timeZone: DEMO_ZONE },
    ...{ groupName: group?.name ?? '', groupSummary: group?.summary ?? '' },
  });
  return contextFor(house, (await findViewer(house, token)) ?? NOBODY);
}

function emailOf(key: CastKey) {
  return `${key}@valley.example`;
}

async function openGroup({ as, groups }: Stage, asked: (typeof castGroups)[number]) {
  const { key, steward, organizers, members, about, accent, questions = [], ...face } = asked;
  const ctx = as(steward);
  const [known] = (await listGroups(ctx, { search: face.name })).rows;
  const { id, slug } = known ?? (await startVouched(as, steward, face));
  const { visibility, joining } = face;
  await editGroup(ctx, slug, { about, accent, visibility, joining, questions });
  for (const who of [...organizers, ...members]) {
    const accountId = as(who).viewer.id;
    await ctx.change((tx) => addMember(tx, { groupId: id, accountId, way: 'invited' }));
  }
  for (const who of organizers) await setRole(ctx, slug, as(who).viewer.id, { role: 'organizer' });
  groups.set(key, { id, slug, steward });
}

/** By the site's first steward's word, since the site lets only members of its groups start others. */
async function startVouched(as: Stage['as'], steward: CastKey, face: NewGroup) {
  const ctx = as(steward);
  const asLetIn = contextFor(ctx, { ...ctx.viewer, isSiteSteward: true });
  return createGroup(asLetIn, face);
}

/** What the worker would do a moment later, done now, so that the scenes find the members among the people. */
export async function workOffAll(house: House) {
  const features = handlers(null);
  const deliver = async (entries: JournalEntry[]) => {
    for (const entry of entries)
      for (const { name } of jobsFor(features, [entry]))
        await handlerOfJob(features, name)?.(contextFor(house), entry);
  };
  while ((await relayOnce(house.db, deliver)) > 0);
}
