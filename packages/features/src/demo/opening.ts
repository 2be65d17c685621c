import { createAccount, grantSiteSteward } from '../accounts/actions.ts';
import { contextFor, NOBODY, type Context, type House } from '../context.ts';
import { createGroup, editGroup } from '../groups/actions.ts';
import { addMember, setRole } from '../groups/members/actions.ts';
import { createGeneralChannel } from '../messaging/actions.ts';
import { rememberMember } from '../people/actions.ts';
import { sites } from '../site/tables.ts';
import { newToken } from '../site/tokens.ts';
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
  await house.db.insert(sites).values({ name: 'Valley Coalition', languages: ['en', 'es', 'ar'], opening: 'anyone' });
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
  return stage;
}

async function openGroup({ as, groups }: Stage, asked: (typeof castGroups)[number]) {
  const { key, steward, organizers, members, about, accent, ...face } = asked;
  const ctx = as(steward);
  const { id, slug } = await createGroup(ctx, face);
  await editGroup(ctx, slug, { about, accent });
  // What the worker would do a moment later, done now, so that the scenes find it.
  await createGeneralChannel(ctx, id);
  await rememberMember(ctx, id, ctx.viewer.id);
  for (const who of [...organizers, ...members]) {
    const accountId = as(who).viewer.id;
    await ctx.change((tx) => addMember(tx, { groupId: id, accountId, way: 'invited' }));
    await rememberMember(ctx, id, accountId);
  }
  for (const who of organizers) await setRole(ctx, slug, as(who).viewer.id, 'organizer');
  groups.set(key, { id, slug, steward });
}
