import type { Answer } from '../../http.ts';
import { listingPolicy } from '../policy.ts';
import { listingRow } from '../views.ts';
import type { GivenAnswer, ListingAnswerRow } from './contract.ts';
import { answerPolicy } from './policy.ts';
import type { listGivenAnswers, listListingAnswers } from './queries.ts';
import { mayBecome } from './states.ts';

type Listed = Awaited<ReturnType<typeof listListingAnswers>>;
type Given = Awaited<ReturnType<typeof listGivenAnswers>>['rows'][number];

/** An answer as it leaves, with what the viewer may do about it as it stands now. */
export function answerRow(
  { slug, name, isSeen, isAnswerSide, cursor: _, ...answer }: Listed['rows'][number],
  listing: Listed['listing'],
): Answer<ListingAnswerRow> {
  const sides = { isListingSide: listing.isOurs, isAnswerSide };
  const decides = listingPolicy.decide(listing);
  const isFree = listing.isStanding && listing.state !== 'taken';
  return {
    ...answer,
    group: { slug, name, isSeen },
    isOurs: isAnswerSide,
    can: {
      take: decides && isFree && mayBecome(answer.state, 'taken'),
      decline: decides && mayBecome(answer.state, 'declined'),
      fulfil: answerPolicy.fulfil(sides) && mayBecome(answer.state, 'fulfilled'),
      withdraw: answerPolicy.withdraw(sides) && mayBecome(answer.state, 'withdrawn'),
    },
  };
}

/** What a group answered, with the listing. */
export function givenAnswer({ answerId, answerState, answeredAt, ...listing }: Given): Answer<GivenAnswer> {
  return { id: answerId, state: answerState, answeredAt, listing: listingRow(listing) };
}
