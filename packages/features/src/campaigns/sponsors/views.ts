import type { Answer } from '../../http.ts';
import type { SponsorshipRow } from './contract.ts';
import type { listSponsorships } from './queries.ts';

type Sponsorship = Awaited<ReturnType<typeof listSponsorships>>[number];

/** A campaign that a group stands with or is asked to, as it leaves. */
export function sponsorshipRow({
  word,
  invitedAt,
  acceptedAt,
  mayPost,
  ...row
}: Sponsorship): Answer<SponsorshipRow> {
  return {
    campaign: { slug: row.campaignSlug, title: row.title, ask: row.ask },
    group: { slug: row.groupSlug, name: row.groupName, language: row.language },
    ...{ word, invitedAt, acceptedAt, mayPost },
  };
}
