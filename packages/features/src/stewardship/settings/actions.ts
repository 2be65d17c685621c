import type { Transaction } from '@groundwork/database';
import { addressOf } from '../../addresses.ts';
import type { Context } from '../../context.ts';
import { Invalid } from '../../errors.ts';
import { note } from '../../journal.ts';
import { proseOf } from '../../site/prose.ts';
import { findSite } from '../../site/queries.ts';
import { securityContactOf } from '../../site/security-contact.ts';
import { sites } from '../../site/tables.ts';
import type { SiteChange } from './contract.ts';
import { findLeading } from './queries.ts';

/**
 * Changes what is given: what the site is called, who may do what, whom to turn to, its rules, which campaign leads its
 * start page. On record is what was changed, not to what. Throws Invalid beside the field.
 */
export async function changeSite(ctx: Context, change: SiteChange) {
  await ctx.change(async (tx) => {
    await tx.update(sites).set(await tidy(tx, change));
    note(tx, ctx, 'site.changed', null, { fields: Object.keys(change) });
  });
  return findSite(ctx);
}

async function tidy(
  tx: Transaction,
  { name, frontCampaign, contact, rules, securityContact, ...rest }: SiteChange,
) {
  return {
    ...rest,
    ...(name !== undefined && { name: name.trim() }),
    ...(contact !== undefined && { contact: addressAlone(contact) || null }),
    ...(rules !== undefined && rulesOf(rules.trim())),
    ...(securityContact !== undefined && { securityContact: contactOf(securityContact.trim()) }),
    ...(frontCampaign !== undefined && { frontCampaignId: await leading(tx, frontCampaign.trim()) }),
  };
}

/** An address in its one form; words stay as they are. */
function addressAlone(contact: string): string {
  const typed = contact.trim();
  return (/\s/.test(typed) ? null : addressOf(typed)) ?? typed;
}

function rulesOf(rules: string) {
  const { html, of } = proseOf('rules', rules);
  return { rules, rulesHtml: html, rulesHtmlOf: of };
}

function contactOf(typed: string): string | null {
  if (typed === '') return null;
  const contact = securityContactOf(typed);
  if (contact === null) throw new Invalid([{ name: 'securityContact', code: 'site.security-contact' }]);
  return contact;
}

async function leading(tx: Transaction, slug: string): Promise<string | null> {
  if (slug === '') return null;
  const id = await findLeading(tx, slug);
  if (id === null) throw new Invalid([{ name: 'frontCampaign', code: 'site.front-campaign' }]);
  return id;
}
