import { sql } from 'drizzle-orm';
import { Readable } from 'node:stream';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { copyOut, inert } from '../../people/exports/copying.ts';
import { people, personAddresses } from '../../people/tables.ts';
import { permit } from '../../policy.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign } from '../queries.ts';
import { paperSigners } from '../signatures/paper.ts';
import { isOfHome } from '../signatures/queries.ts';
import { signatures } from '../signatures/tables.ts';
import type { NamesQuery } from './contract.ts';
import { endOfNames, readNames, signersPostcode } from './queries.ts';

/** A campaign's names as a book to print. On record before they are shown. */
export async function takeNamesBook(ctx: Context, slug: string, asked: NamesQuery) {
  return readNames(ctx, await takeNames(ctx, slug, asked.whose), asked);
}

/**
 * All names of a campaign's own people as CSV, in the order in which they signed, then those of the paper; with who let a name be shown; no
 * address of a mailbox. Read in stretches, so that memory stays constant.
 */
export async function exportNames(
  ctx: Context,
  slug: string,
  { stretch = 10_000 }: { stretch?: number } = {},
): Promise<{ fileName: string; csv: Readable }> {
  const campaign = await takeNames(ctx, slug, 'all');
  const csv = Readable.from(stretches(ctx, campaign, stretch), { objectMode: false });
  return { fileName: `${campaign.slug}-names.csv`, csv };
}

/** Whoever takes people out may, and that they did is on record. */
async function takeNames(ctx: Context, slug: string, whose: NamesQuery['whose']) {
  const campaign = await findCampaign(ctx, slug);
  const { id, groupId } = campaign;
  permit(campaignPolicy, 'takeNames', campaign);
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'exports', groupId);
    note(tx, ctx, 'campaigns.names-taken', { groupId, id }, { whose });
  });
  return campaign;
}

const HEADER = '\ufeffname,city,postcode,signed_on_utc,name_may_be_shown,name_shown,signed\n';
const NIL = '00000000-0000-0000-0000-000000000000';

type Named = { id: string; groupId: string };

async function* stretches(ctx: Context, campaign: Named, count: number): AsyncGenerator<Buffer | string> {
  yield HEADER;
  let from: string | undefined = NIL;
  while (from !== undefined) {
    const upTo: string | undefined = await endOfNames(ctx, campaign.id, { from, count });
    yield await copyOut(ctx.db, linesOf(campaign.id, { from, upTo }));
    from = upTo;
  }
  yield await copyOut(ctx.db, paperLinesOf(campaign));
}

function linesOf(campaignId: string, { from, upTo }: { from: string; upTo: string | undefined }) {
  const s = signatures;
  return sql`select ${inert(s.name)}, ${inert(personAddresses.city)}, ${inert(signersPostcode)}, (${s.confirmedAt} at time zone 'UTC')::date,
    case when ${s.showName} and ${s.hiddenAt} is null then 'yes' else 'no' end, ${inert(s.shownName)}, 'here'
    from ${s} left join ${personAddresses} on ${personAddresses.personId} = ${s.personId}
    where ${s.campaignId} = ${campaignId} and ${s.stands} and ${isOfHome} and ${s.id} > ${from}
      ${upTo ? sql`and ${s.id} <= ${upTo}` : sql``} order by ${s.id}`;
}

function paperLinesOf(campaign: Named) {
  const { city, postcode } = personAddresses;
  return sql`select ${inert(people.name)}, ${inert(city)}, ${inert(postcode)}, paper.day, 'no', null, 'on paper'
    from ${paperSigners(campaign)} paper join ${people} on ${people.id} = paper.person_id
    left join ${personAddresses} on ${personAddresses.personId} = ${people.id}
    order by paper.day, ${people.id}`;
}
