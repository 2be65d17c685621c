import { and, eq, isNull } from 'drizzle-orm';
import { createCampaign, publishCampaign } from '../campaigns/actions.ts';
import { findCampaign } from '../campaigns/queries.ts';
import { confirmSignature, signCampaign } from '../campaigns/signatures/actions.ts';
import { signatureSeal } from '../campaigns/signatures/seal.ts';
import { signatures } from '../campaigns/signatures/tables.ts';
import { postUpdate } from '../campaigns/updates/actions.ts';
import { countVisit } from '../links/actions.ts';
import { findLink } from '../links/queries.ts';
import { contextFor } from '../context.ts';
import { spreadSignatures } from './backdating.ts';
import { causes } from './causes.ts';
import { crowd } from './crowd.ts';
import { nthPerson } from './names.ts';
import type { Stage } from './opening.ts';

const POSTCODES = ['94601', '94606', '94601', '94607', '94612', '94601'];

/** Publishes the campaigns and lets 3,000 people sign them, most of whom confirm. */
export async function fightCauses(stage: Stage): Promise<void> {
  for (const cause of causes) {
    const group = stage.groups.get(cause.group);
    if (!group) continue;
    const ctx = stage.as(group.steward);
    const slug = await createCampaign(ctx, group.slug, cause.campaign);
    await publishCampaign(ctx, slug);
    await sign(stage, slug, cause);
    const campaign = await findCampaign(ctx, slug);
    await confirmMost(stage, campaign.id);
    for (const update of cause.updates) await postUpdate(ctx, slug, update);
    await spreadSignatures(stage.house.db, campaign.id, cause.days);
  }
}

/** `owner`: the slug of the group whose people they are; `frame`: of the page on which they sign, unless the campaign's own. */
type Bringing = {
  slug: string;
  code: string;
  owner: string;
  frame?: string | null;
  first: number;
  count: number;
};

/** Lets so many people sign through the link of a group that stands with a campaign, who are its own from then on. */
export async function bringSigners(
  stage: Stage,
  { slug, code, owner, frame = null, first, count }: Bringing,
): Promise<void> {
  const stranger = contextFor(stage.house);
  const { id: linkId } = await findLink(stranger, code);
  // One in three who look signs.
  await crowd(3 * count, () => countVisit(stranger, linkId));
  await crowd(count, (n) =>
    signCampaign(stranger, slug, {
      ...nthPerson(first + n, 'en'),
      ...{ link: code, owner, frame, showName: n % 4 === 0, updates: n % 3 < 2, from: null },
    }),
  );
  await confirmMost(stage, (await findCampaign(stranger, slug)).id);
}

async function sign(
  { house }: Stage,
  slug: string,
  { signatureCount, language, comments }: (typeof causes)[number],
) {
  await crowd(signatureCount, (n) => {
    const tongue = n % 5 === 0 ? 'es' : language;
    const stranger = contextFor(house, undefined, tongue);
    // Every fourth signer of one campaign is somebody else's neighbour too: the crowds overlap.
    const person = nthPerson(n * (language === 'es' ? 3 : 1), tongue);
    const comment = comments[n % (comments.length * 9)] ?? null;
    return signCampaign(stranger, slug, {
      ...person,
      comment,
      // Not everyone says where they live.
      postcode: POSTCODES[n % 9] ?? null,
      showName: n % 3 === 0,
      updates: n % 5 < 3,
      from: null,
    });
  });
}

async function confirmMost({ house }: Stage, campaignId: string) {
  const waiting = await house.db
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaignId), isNull(signatures.confirmedAt)));
  const stranger = contextFor(house);
  await crowd(waiting.length, async (n) => {
    const id = waiting[n]?.id;
    if (id && n % 40 !== 39) await confirmSignature(stranger, signatureSeal(house, id), null);
  });
}
