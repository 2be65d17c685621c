import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { Readable } from 'node:stream';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { groupPolicy } from '../../groups/policy.ts';
import { findGroup } from '../../groups/queries.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { copyOut, inert } from '../../people/exports/copying.ts';
import { people, personAddresses } from '../../people/tables.ts';
import { permit } from '../../policy.ts';
import { campaignPolicy } from '../policy.ts';
import { giveCountKeys } from '../proofs/leaves.ts';
import { findCampaign, isCampaignAt } from '../queries.ts';
import { paperSigners } from '../signatures/paper.ts';
import { signatures } from '../signatures/tables.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import type { NamesQuery } from './contract.ts';
import { endOfNames, readNames, signersPostcode } from './queries.ts';

/** A campaign's names as a book to print. On record before they are shown. */
export async function takeNamesBook(ctx: Context, slug: string, asked: NamesQuery) {
  return readNames(ctx, await takeNames(ctx, slug, asked.whose), asked);
}

/**
 * All names of a campaign's own people as CSV, in the order in which they signed, then those of the paper; with who let a name be shown, and
 * what its line in a proof of the count is made of; no address of a mailbox. Read in stretches, so that memory stays constant.
 */
export async function exportNames(
  ctx: Context,
  slug: string,
  { stretch = 10_000 }: Stretch = {},
): Promise<{ fileName: string; csv: Readable }> {
  const campaign = await takeNames(ctx, slug, 'all');
  await giveCountKeys(ctx, campaign.id);
  const csv = Readable.from(stretches(ctx, { ...campaign, isHome: true }, stretch), { objectMode: false });
  return { fileName: `${campaign.slug}-names.csv`, csv };
}

/** The same of those who signed through another group, for who takes people out of it: they are its people, also where it left. */
export async function exportOwnNames(
  ctx: Context,
  { groupSlug, slug }: { groupSlug: string; slug: string },
  { stretch = 10_000 }: Stretch = {},
): Promise<{ fileName: string; csv: Readable }> {
  const group = await findGroup(ctx, groupSlug);
  permit(groupPolicy, 'exportPeople', group);
  const campaign = await findCarried(ctx, slug, group.id);
  const own = { id: campaign.id, groupId: group.id };
  await ctx.change((tx) => noteTaking(tx, ctx, own, 'all'));
  await giveCountKeys(ctx, own.id);
  const csv = Readable.from(stretches(ctx, { ...own, isHome: false }, stretch), { objectMode: false });
  return { fileName: `${campaign.slug}-names-${group.slug}.csv`, csv };
}

/** Whoever takes people out may, and that they did is on record. */
async function takeNames(ctx: Context, slug: string, whose: NamesQuery['whose']) {
  const campaign = await findCampaign(ctx, slug);
  permit(campaignPolicy, 'takeNames', campaign);
  await ctx.change((tx) => noteTaking(tx, ctx, campaign, whose));
  return campaign;
}

/** That names of a campaign were taken out by a group; it costs the group's day of exports. */
export async function noteTaking(
  tx: Transaction,
  ctx: Context,
  { id, groupId }: { id: string; groupId: string },
  whose: NamesQuery['whose'] | 'drawn',
) {
  await spendQuota(ctx, tx, 'exports', groupId);
  note(tx, ctx, 'campaigns.names-taken', { groupId, id }, { whose });
}

/** A campaign that a group of others stands with, or stood: whoever came by its link is its person for good. */
async function findCarried({ db }: Context, slug: string, sponsorId: string) {
  const [carried] = await db
    .select({ id: campaigns.id, slug: campaigns.slug })
    .from(campaigns)
    .innerJoin(campaignSponsors, eq(campaignSponsors.campaignId, campaigns.id))
    .where(
      and(
        isCampaignAt(slug),
        eq(campaignSponsors.groupId, sponsorId),
        isNotNull(campaignSponsors.acceptedAs),
      ),
    );
  if (!carried) throw new NotFound('campaign');
  return carried;
}

const HEADER = '\ufeffname,city,postcode,signed_on_utc,name_may_be_shown,name_shown,signed,count_key\n';
const NIL = '00000000-0000-0000-0000-000000000000';

type Stretch = { stretch?: number };
/** `groupId`: whose people they are. */
type Named = { id: string; groupId: string };

async function* stretches(
  ctx: Context,
  { isHome, ...campaign }: Named & { isHome: boolean },
  count: number,
): AsyncGenerator<Buffer | string> {
  yield HEADER;
  let from: string | undefined = NIL;
  while (from !== undefined) {
    const upTo: string | undefined = await endOfNames(ctx, campaign.id, { from, count });
    yield await copyOut(ctx.db, linesOf(campaign, { from, upTo }));
    from = upTo;
  }
  if (isHome) yield await copyOut(ctx.db, paperLinesOf(campaign));
}

function linesOf({ id, groupId }: Named, { from, upTo }: { from: string; upTo: string | undefined }) {
  const s = signatures;
  return sql`select ${inert(s.name)}, ${inert(personAddresses.city)}, ${inert(signersPostcode)}, (${s.confirmedAt} at time zone 'UTC')::date,
    case when ${s.showName} and ${s.hiddenAt} is null then 'yes' else 'no' end, ${inert(s.shownName)}, 'here', ${s.countKey}
    from ${s} left join ${personAddresses} on ${personAddresses.personId} = ${s.personId}
    where ${s.campaignId} = ${id} and ${s.stands} and ${s.groupId} = ${groupId} and ${s.id} > ${from}
      ${upTo ? sql`and ${s.id} <= ${upTo}` : sql``} order by ${s.id}`;
}

function paperLinesOf(campaign: Named) {
  const { city, postcode } = personAddresses;
  return sql`select ${inert(people.name)}, ${inert(city)}, ${inert(postcode)}, paper.day, 'no', null, 'on paper', null
    from ${paperSigners(campaign)} paper join ${people} on ${people.id} = paper.person_id
    left join ${personAddresses} on ${personAddresses.personId} = ${people.id}
    order by paper.day, ${people.id}`;
}
