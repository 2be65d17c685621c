import { putUpListing } from '../directory/actions.ts';
import { answerListing, decideAnswer } from '../directory/answers/actions.ts';
import type { NewListing } from '../directory/contract.ts';
import { castCoalition, castLendings } from './cast.ts';
import { workOffAll, type Stage } from './opening.ts';

const DAY = 86_400_000;

/** The groups put up what they need and offer, for everybody and for their coalition; some answer, and one is taken. */
export async function lendThings(stage: Stage): Promise<void> {
  for (const { group, isForAll, days, answers, ...said } of castLendings) {
    const { slug, steward } = groupCalled(stage, group);
    const asked: NewListing = {
      ...said,
      coalition: isForAll ? null : groupCalled(stage, castCoalition.key).slug,
      endsOn: new Date(Date.now() + days * DAY).toISOString().slice(0, 10),
    };
    const { id: listingId } = await putUpListing(stage.as(steward), slug, asked);
    for (const { by, word, reply } of answers) {
      const answering = groupCalled(stage, by);
      const answer = { group: answering.slug, word };
      const { id: answerId } = await answerListing(stage.as(answering.steward), listingId, answer);
      if (reply)
        await decideAnswer(stage.as(steward), { listingId, answerId }, { decision: 'taken', word: reply });
    }
  }
  await workOffAll(stage.house);
}

function groupCalled({ groups }: Stage, key: string) {
  const group = groups.get(key);
  if (!group) throw new Error(`there is no group ${key}`);
  return group;
}
