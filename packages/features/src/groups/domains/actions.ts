import { newId, type Transaction } from '@groundwork/database';
import { makeSigningKey } from '@groundwork/mail/records';
import { eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { note, theGroup } from '../../journal.ts';
import { LENGTHS } from '../../lengths.ts';
import { spendQuota } from '../../limits/making.ts';
import { KEY_PURPOSE } from '../../outbox/own-senders.ts';
import { permit } from '../../policy.ts';
import { encryptKept } from '../../site/tokens.ts';
import { changeThingsOf } from '../locks.ts';
import type { DomainInput } from './contract.ts';
import { domainNamed, isPublicSuffix, liesWithin, localPartNamed, readableDomain } from './names.ts';
import { domainPolicy } from './policy.ts';
import { ownDomainOf, findDomain } from './queries.ts';
import { groupDomains } from './tables.ts';

/**
 * Enters the domain from which a group wants to write, and makes its key; nothing goes out from it before the DNS shows
 * that. Another name before the @ of the same domain keeps the key and what was proven.
 */
export async function enterDomain(ctx: Context, slug: string, asked: DomainInput): Promise<void> {
  const { group, domain: known } = await findDomain(ctx, slug);
  permit(domainPolicy, 'enter', group);
  const { domain, localPart } = readAddress(ctx, asked);
  await ctx.change((tx) => spendQuota(ctx, tx, 'domains', group.id));
  // Outside of the transaction: it takes a while.
  const fresh = known?.domain === domain ? null : await newKey(ctx, domain);
  await changeThingsOf(ctx, { slug, what: 'domain', policy: domainPolicy, deed: 'enter' }, async (tx) => {
    const now = await ownDomainOf(tx, group.id);
    if (now?.domain === domain) return rename(tx, ctx, { groupId: group.id, localPart });
    // Somebody else has changed it in this moment.
    if (!fresh) throw new Conflict('conflict');
    await tx.delete(groupDomains).where(eq(groupDomains.groupId, group.id));
    await tx.insert(groupDomains).values({ groupId: group.id, localPart, ...fresh });
    note(tx, ctx, 'groups.domain-entered', theGroup(group.id));
  });
}

/** Takes it away with its key: mail goes out from the site's address from the next on. */
export async function removeDomain(ctx: Context, slug: string): Promise<void> {
  const things = { slug, what: 'domain', policy: domainPolicy, deed: 'remove' } as const;
  await changeThingsOf(ctx, things, async (tx, group) => {
    const removed = await tx
      .delete(groupDomains)
      .where(eq(groupDomains.groupId, group.id))
      .returning({ id: groupDomains.id });
    if (removed.length === 0) throw new NotFound('domain');
    note(tx, ctx, 'groups.domain-removed', theGroup(group.id));
  });
}

async function rename(
  tx: Transaction,
  ctx: Context,
  { groupId, localPart }: { groupId: string; localPart: string },
) {
  await tx.update(groupDomains).set({ localPart }).where(eq(groupDomains.groupId, groupId));
  note(tx, ctx, 'groups.domain-address-changed', theGroup(groupId));
}

/** Throws Invalid for what is no domain, nobody's own, or the site's. */
function readAddress({ settings }: Context, asked: DomainInput) {
  const domain = domainNamed(asked.domain);
  const localPart = localPartNamed(asked.localPart);
  const refuse = (name: string, code: string, params = {}) => new Invalid([{ name, code, params }]);
  if (domain === null || domain.length > LENGTHS.domain) throw refuse('domain', 'groups.domain-form');
  const params = { domain: readableDomain(domain) };
  if (isPublicSuffix(domain)) throw refuse('domain', 'groups.domain-suffix', params);
  if (siteDomains(settings).some((own) => liesWithin(domain, own)))
    throw refuse('domain', 'groups.domain-own', params);
  if (localPart === null) throw refuse('localPart', 'groups.domain-local-part');
  return { domain, localPart };
}

function siteDomains({ publicUrl, mailFrom, dkim }: Context['settings']) {
  const named = [new URL(publicUrl).hostname, mailFrom.replace(/>\s*$/, ''), dkim?.domainName ?? ''];
  return named.map(domainNamed).filter((domain) => domain !== null);
}

async function newKey({ settings }: Context, domain: string) {
  const id = newId();
  const { privateKey, publicKey } = await makeSigningKey();
  return {
    ...{ id, domain, publicKey },
    // The last letters of an id are chance; the first are the hour.
    selector: `groundwork-${id.slice(-8)}`,
    keptKey: encryptKept(settings.secret, KEY_PURPOSE, { text: privateKey, rowId: id }),
  };
}
