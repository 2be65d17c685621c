import { sql } from 'drizzle-orm';
import { isListed } from '../groups/listed.ts';
import { groups } from '../groups/tables.ts';
import { campaigns, campaignSignOns } from './tables.ts';

/** How many groups stand under a letter, as everybody finds them in lists; over `campaigns`. */
export const signOnCount = sql<number>`(select count(*) from ${campaignSignOns} own join ${groups} signer on signer.id = own.group_id
  where own.campaign_id = ${campaigns.id} and own.taken_back_at is null and ${isListed(sql`signer`)})`;

/** A hash of what a letter says, over `campaigns`: whoever signs says what they read. */
export const letterHash = sql<string>`encode(sha256(convert_to(
  jsonb_build_array(${campaigns.title}, ${campaigns.ask}, ${campaigns.story}, ${campaigns.target})::text, 'UTF8')), 'hex')`;

/** The condition, over `campaigns`, that a group stands under it: then what it says stays. */
export const isSignedOn = sql<boolean>`exists (select from ${campaignSignOns} own
  where own.campaign_id = ${campaigns.id} and own.taken_back_at is null)`;
