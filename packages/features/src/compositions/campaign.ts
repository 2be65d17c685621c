import { and, eq, sql } from 'drizzle-orm';
import { givenFor } from '../campaigns/coordinators/queries.ts';
import { campaigns } from '../campaigns/tables.ts';
import type { ReadContext } from '../groups/queries.ts';
import type { Responsibility } from '../groups/responsibilities.ts';
import type { Line } from '../segments/lines.ts';
import type { CompositionPurpose } from './contract.ts';

type Said = { lines: Line[] | null; purpose: CompositionPurpose };
/** A campaign, and what the viewer carries for it alone. */
type OwnCampaign = { id: string; given: Responsibility[] };

/**
 * The campaign that a mailing belongs to: it goes to all who signed there, or pledged, and to nobody else. Whoever runs that
 * campaign alone may write it, so one that goes to anybody else belongs to none (null).
 */
export async function findCampaignOf(
  { db, viewer }: ReadContext,
  groupId: string,
  said: Said,
): Promise<OwnCampaign | null> {
  const id = campaignIn(said);
  if (id === null) return null;
  const [campaign] = await db
    .select({ id: campaigns.id, given: givenFor(viewer.id, sql`${id}::uuid`) })
    .from(campaigns)
    .where(and(eq(campaigns.id, id), eq(campaigns.groupId, groupId)));
  return campaign ?? null;
}

/** The id of the campaign that its one line is about, and whose signers it leaves as they are. */
function campaignIn({ lines, purpose }: Said): string | null {
  const [line, ...others] = lines ?? [];
  if (!line || others.length > 0 || line.how !== 'add' || purpose !== 'updates') return null;
  const { who } = line;
  const isWhole = Object.keys(who).length === 2;
  return isWhole && (who.is === 'signed' || who.is === 'pledged') ? (who.campaign ?? null) : null;
}
