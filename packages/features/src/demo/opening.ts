import { relayOnce, type JournalEntry } from '@groundwork/database/journal';
import { createAccount, grantSiteSteward } from '../accounts/actions.ts';
import { contextFor, NOBODY, type Context, type House } from '../context.ts';
import { createGroup, editGroup } from '../groups/actions.ts';
import { addMember, setRole } from '../groups/members/actions.ts';
import { handlers } from '../handlers.ts';
import { sites } from '../site/tables.ts';
import { newToken } from '../site/tokens.ts';
import { jobsFor, listenerFor } from '../work.ts';
import { cast, castGroups, type CastKey } from './cast.ts';

/** What the scenes are played on: who is who, and the address and id of each group. */
export type Stage = {
  house: House;
  password: string;
  as: (key: CastKey) => Context;
  groups: Map<string, { id: string; slug: string; steward: CastKey }>;
};
export const DEMO_ZONE = 'America/New_York';

/** Makes the site, its accounts and its groups. The one password is new each time. */
export async function openDoors(house: House): Promise<Stage> {
  await house.db
    .insert(sites)
    .values({ name: 'Valley Coalition', languages: ['en', 'es', 'ar'], opening: 'anyone' });
  const password = `valley ${newToken().slice(0, 12)}`;
  const contexts = new Map<CastKey, Context>();
  for (const { key, name, language } of cast) {
    const asked = { name, language, password, email: `${key}@valley.example`, timeZone: DEMO_ZONE };
    const isSiteSteward = key === 'amina';
    const account = await house.db.transaction(async (tx) => {
      const opened = await createAccount(tx, asked);
      if (isSiteSteward) await grantSiteSteward(tx, opened.id);
      return opened;
    });
    contexts.set(key, contextFor(house, { ...NOBODY, ...account, signedIn: true, isSiteSteward }));
  }
  const as = (key: CastKey) => contexts.get(key) ?? contextFor(house);
  const stage: Stage = { house, password, as, groups: new Map() };
  for (const group of castGroups) await openGroup(stage, group);
  await catchUp(house);
  return stage;
}

async function openGroup({ as, groups }: Stage, asked: (typeof castGroups)[number]) {
  const { key, steward, organizers, members, about, accent, ...face } = asked;
  const ctx = as(steward);
  const { id, slug } = await createGroup(ctx, face);
  await editGroup(ctx, slug, { about, accent });
  for (const who of [...organizers, ...members]) {
    const accountId = as(who).viewer.id;
    await ctx.change((tx) => addMember(tx, { groupId: id, accountId, way: 'invited' }));
  }
  for (const who of organizers) await setRole(ctx, slug, as(who).viewer.id, 'organizer');
  groups.set(key, { id, slug, steward });
}

/** What the worker would do a moment later, done now, so that the scenes find the members among the people. */
async function catchUp(house: House) {
  const features = handlers(null);
  const deliver = async (entries: JournalEntry[]) => {
    for (const entry of entries)
      for (const { name } of jobsFor(features, [entry]))
        await listenerFor(features, name)?.(contextFor(house), entry);
  };
  while ((await relayOnce(house.db, deliver)) > 0);
}
