import { addressIn } from '@groundwork/mail';
import type { Context } from '../context.ts';
import { readableDomain } from '../groups/domains/names.ts';
import { ownDomainOf } from '../groups/domains/queries.ts';

type SenderCheck = { code: string; weight: 'good' | 'look'; params: Record<string, string> };

/** From which address it goes out, where the group has proven a domain of its own. */
export async function checkOwnSender({ db, settings }: Context, groupId: string): Promise<SenderCheck[]> {
  const own = await ownDomainOf(db, groupId);
  if (!own?.provenAt) return [];
  const domain = readableDomain(own.domain);
  if (own.lostAt) {
    const params = { domain, address: addressIn(settings.mailFrom) };
    return [{ code: 'own-sender-lost', weight: 'look', params }];
  }
  if (own.missedAt) return [{ code: 'own-sender-missed', weight: 'look', params: { domain } }];
  return [{ code: 'own-sender', weight: 'good', params: { address: `${own.localPart}@${domain}` } }];
}
