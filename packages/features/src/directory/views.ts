import type { Answer } from '../http.ts';
import { allowed } from '../policy.ts';
import type { ListingRow, ListingView, OwnListing } from './contract.ts';
import { listingPolicy } from './policy.ts';
import type { listListings, listOwnListings, WholeListing } from './queries.ts';

type Listed = Omit<Awaited<ReturnType<typeof listListings>>['rows'][number], 'cursor'>;
type Own = Awaited<ReturnType<typeof listOwnListings>>['rows'][number];

/** What a group needs or offers, as it leaves in a list: whose it is, only for who may know. */
export function listingRow(row: Listed): Answer<ListingRow> {
  const { id, side, thing, title, howMany, place, endsOn, state, language, isForAll, isOurs, listedAt } = row;
  const { groupSlug, groupName, groupAccent, isGroupSeen, coalitionSlug, coalitionName } = row;
  return {
    ...{ id, side, thing, title, howMany, place, endsOn, state, language, isForAll, isOurs, listedAt },
    group: row.isNamed
      ? { slug: groupSlug, name: groupName, accent: groupAccent, isSeen: isGroupSeen }
      : null,
    coalition:
      coalitionSlug !== null && coalitionName !== null ? { slug: coalitionSlug, name: coalitionName } : null,
  };
}

/** One of a group's own. */
export function ownListing(row: Own): Answer<OwnListing> {
  const { isHeard, isHidden, waitingCount } = row;
  return { ...listingRow(row), isHeard, isHidden, waitingCount };
}

/** One listing, whole; what is its group's alone, for its own side. */
export function listingView(listing: WholeListing): Answer<ListingView> {
  const { details, closedHow, isHeard, isHidden, isOurs } = listing;
  return {
    ...listingRow(listing),
    ...{ details, closedHow, isHeard, isHidden },
    hiddenReason: isOurs ? listing.hiddenReason : null,
    writtenBy: isOurs ? listing.writtenBy : null,
    mayAnswer: listing.mayAnswer,
    can: allowed(listingPolicy, listing),
  };
}
