import type { Answer } from '../../http.ts';
import { allowed } from '../../policy.ts';
import type { UpdateView } from '../contract.ts';
import type { ListedUpdate, PostedUpdate, SponsorUpdates } from './contract.ts';
import { updatePolicy } from './policy.ts';
import type { listSponsorUpdates, listUpdates, PageUpdate } from './queries.ts';

/** News as it leaves for the campaign's page. */
export function updateView(update: PageUpdate): Answer<UpdateView> {
  const { id, title, bodyHtml, createdAt, slug, name, language } = update;
  return {
    ...{ id, title, bodyHtml, createdAt },
    sponsor: update.isSponsors ? { slug, name, language } : null,
    offBy: offBy(update),
    can: allowed(updatePolicy, update),
  };
}

/** The same in the organizers' list. */
export function listedUpdate(update: Awaited<ReturnType<typeof listUpdates>>[number]): Answer<ListedUpdate> {
  const { id, title, createdAt, slug, name } = update;
  return { id, title, createdAt, sponsor: update.isSponsors ? { slug, name } : null, offBy: offBy(update) };
}

/** What a group posted, as its organizers see it. */
export function sponsorUpdates({
  rows,
  ...page
}: Awaited<ReturnType<typeof listSponsorUpdates>>): Answer<SponsorUpdates> {
  return { ...page, rows: rows.map((row) => ({ ...postedUpdate(row), offBy: offBy(row) })) };
}

/** One as whoever posted it gets it back. */
export function postedUpdate({ id, title, createdAt }: Answer<PostedUpdate>): Answer<PostedUpdate> {
  return { id, title, createdAt };
}

/** Who keeps an update off the page; null where it stands. */
function offBy({ isHidden, isWithdrawn }: { isHidden: boolean; isWithdrawn: boolean }) {
  if (isHidden) return 'home' as const;
  return isWithdrawn ? ('writer' as const) : null;
}
