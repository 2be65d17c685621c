import { keyNameOf, keyRecordOf } from '@groundwork/mail/records';
import { addressIn } from '@groundwork/mail';
import type { Context } from '../../context.ts';
import type { Answer } from '../../http.ts';
import { allowed } from '../../policy.ts';
import type { SeenGroup } from '../queries.ts';
import type { DomainPage, DomainView } from './contract.ts';
import { readableDomain } from './names.ts';
import { domainPolicy } from './policy.ts';
import type { GroupDomain } from './queries.ts';

type Seen = { group: SeenGroup; domain: GroupDomain | null };

export function domainPage({ settings }: Context, { group, domain }: Seen): Answer<DomainPage> {
  return {
    domain: domain && domainView(domain),
    siteAddress: addressIn(settings.mailFrom),
    can: allowed(domainPolicy, group),
  };
}

function domainView(seen: GroupDomain): Answer<DomainView> {
  const { domain, localPart, selector, publicKey, found, lookedAt, provenAt, lostAt } = seen;
  const value = keyRecordOf(publicKey);
  const address = `${localPart}@${domain}`;
  return {
    ...{ localPart, found, lookedAt, provenAt, lostAt },
    domain: readableDomain(domain),
    address: `${localPart}@${readableDomain(domain)}`,
    state: stateOf(seen),
    record: {
      name: keyNameOf({ domain, selector }),
      shortName: `${selector}._domainkey`,
      value,
      pieces: value.match(/.{1,255}/g) ?? [],
    },
    dmarc: { name: `_dmarc.${domain}`, value: `v=DMARC1; p=none; rua=mailto:${address}` },
  };
}

function stateOf({ provenAt, lostAt }: GroupDomain) {
  if (provenAt === null) return 'entered';
  return lostAt === null ? 'proven' : 'lost';
}
