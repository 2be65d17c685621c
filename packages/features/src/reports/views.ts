import { allowed } from '../policy.ts';
import { reportPolicy } from './policy.ts';
import type { SeenReport } from './queries.ts';

/** The stewards of the site get the reported words alone, and no way into a conversation or a private group. */
export function reportView(report: SeenReport) {
  const { groupSlug, groupName, seesGroup, isModerator, channelId, address, ...rest } = report;
  const isOpen = isModerator || (seesGroup && channelId === null);
  const group = groupSlug === null ? null : { slug: groupSlug, name: groupName ?? groupSlug };
  return {
    ...rest,
    isModerator,
    group: report.kind !== 'group' && (isModerator || seesGroup) ? group : null,
    address: isOpen ? address : null,
    can: allowed(reportPolicy, report),
  };
}
