import { connect } from '@groundwork/database';
import { provenDomains, type GroupDomain } from '@groundwork/features/groups/domains/queries';
import { keyNameOf, keyRecordOf, lookForKey } from '@groundwork/mail/records';
import { findingsOf, type Check, type CheckInput, type Finding } from './finding.ts';

const mail = findingsOf('mail');
/** A site has a few; of more than that, the worker's own looks are enough. */
const MOST = 200;

/** Whether receivers will believe that mail of groups is from the domains of their own. */
export const checkGroupDomains: Check = async ({ databaseUrl, dns }) => {
  if (!databaseUrl) return [];
  const { db, close } = connect(databaseUrl, { max: 1 });
  try {
    const domains = await provenDomains(db, MOST);
    const findings = await Promise.all(domains.map((domain) => lookAt(dns, domain)));
    return together(findings.flat(), domains.length);
  } catch {
    // Without tables there are none, which the database's findings say.
    return [];
  } finally {
    await close();
  }
};

/** Nothing where the record is there and used. Wrong is none of it: the site sends that group's mail from its own address. */
async function lookAt(dns: CheckInput['dns'], domain: GroupDomain): Promise<Finding[]> {
  const name = keyNameOf(domain);
  const found = await lookForKey(dns, domain).catch(() => 'unreachable' as const);
  const isUsed = domain.lostAt === null;
  if (found === 'here' && isUsed) return [];
  const ofGroup = `DKIM: ${name}, of a group’s own domain,`;
  if (found === 'here')
    return [
      mail.note(
        `${ofGroup} is there again.`,
        'Nothing: within an hour the worker sees it as well, unless another group uses it.',
      ),
    ];
  if (found === 'unreachable')
    return [
      mail.note(
        `${ofGroup} could not be looked up: the name server does not answer.`,
        'Ask another one: groundwork doctor --dns 9.9.9.9.',
      ),
    ];
  const lost = isUsed ? 'is looked at once more before that changes' : 'goes out from the site’s address';
  return [
    mail.note(
      `${ofGroup} ${WHAT[found]}. Mail of that group ${lost}.`,
      `Tell the stewards of the group that writes from ${domain.domain}: the one TXT record of ${name} is ${keyRecordOf(domain.publicKey)}`,
    ),
  ];
}

const WHAT = {
  missing: 'is missing',
  other: 'holds another key',
  several: 'is there several times',
};

function together(findings: Finding[], count: number): Finding[] {
  if (count === 0 || findings.length > 0) return findings;
  const whose =
    count === 1
      ? 'the domain of a group’s own has its record.'
      : `the ${count} domains of groups’ own have their records.`;
  return [mail.ok(`DKIM: ${whose}`)];
}
