import { sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { aGroup, type AGroup } from '../../groups/fixtures.ts';
import type { TestSite } from '../../testing.ts';
import type { NewCampaign } from '../contract.ts';
import { aCampaign, aSponsor } from '../fixtures.ts';
import { openProofFile } from './queries.ts';

/** A campaign of one group with which two others stand. */
export async function aSharedCampaign(site: TestSite, written: Partial<NewCampaign> = {}) {
  const home = await aGroup(site, { name: 'Tenants' });
  const [riders, nurses] = [await aGroup(site, { name: 'Riders' }), await aGroup(site, { name: 'Nurses' })];
  const campaign = await aCampaign(site, home, home.steward, written);
  const { code } = await aSponsor(site, campaign, { by: home.steward, group: riders });
  await aSponsor(site, campaign, { by: home.steward, group: nurses });
  return { home, riders, nurses, campaign, through: { link: code, owner: riders.slug } };
}
export type SharedCampaign = Awaited<ReturnType<typeof aSharedCampaign>>;

/** So many people of a group sign, the first of them with the mailbox of this number. */
export async function manySign(
  site: TestSite,
  { home, campaign }: SharedCampaign,
  { group, count, mailbox }: { group: AGroup; count: number; mailbox: number },
) {
  const sponsorId = group.id === home.id ? null : group.id;
  await site.db.execute(sql`with made as (
      insert into people (id, group_id, name, language, source)
      select gen_random_uuid(), ${group.id}, 'Signer', 'en', 'signature' from generate_series(1, ${count}) returning id)
    insert into signatures (id, group_id, sponsor_id, campaign_id, person_id, kind, name, confirmed_at, mailbox_key)
    select gen_random_uuid(), ${group.id}, ${sponsorId}, ${campaign.id}, id, 'signature', 'Signer', now(),
      'mailbox ' || (${mailbox}::int + row_number() over ()) from made`);
}

/** A proof that is taken now, whatever was taken before; null where it is refused. */
export async function proveNow(site: TestSite, { home, campaign }: SharedCampaign) {
  await site.db.execute(sql`update campaign_proofs
    set counted_at = counted_at - interval '2 hours', asked_at = asked_at - interval '2 days'`);
  const asked = await site.as(home.steward).post(`${campaign.path}/proofs`);
  if (asked.status !== 202) return null;
  await site.work();
  const { body } = await site.as(home.steward).get(`${campaign.path}/proofs`);
  if (body.rows[0]?.id !== asked.body.id) throw new Error(`no proof: ${JSON.stringify(body)}`);
  const { csv } = await openProofFile(site.ctx(), campaign.slug, asked.body.id);
  return readProofList(await text(csv));
}

/** What a list says, read as anybody may who knows its form. */
export function readProofList(file: string) {
  const lines = file.split('\n');
  const leaves = lines.filter((line) => /^[0-9a-f]{64}$/.test(line));
  const field = (name: string) =>
    lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  const computed = hashOf(leaves.map((leaf) => `${leaf}\n`).join(''));
  return { file, leaves, computed, fingerprint: field('fingerprint'), count: Number(field('count')) };
}

/** A key's leaf. */
export function leafFor(campaignId: string, countKey: string): string {
  return hashOf(`groundwork-count-1:${campaignId}:${countKey}`);
}

function hashOf(said: string) {
  return createHash('sha256').update(said).digest('hex');
}
