import type { Answer } from '../../http.ts';
import type { AskRow, DuePromise } from './contract.ts';
import type { listDuePromises, ListedAsk } from './queries.ts';

/** What a group asked, as another one or itself reads it. */
export function askRow(ask: ListedAsk): Answer<AskRow> {
  const { id, isOwn, what, askedOn, answer, answeredOn, promise, dueOn, isDue } = ask;
  const { outcome, outcomeWord, outcomeAt, campaignId, campaignSlug, campaignTitle } = ask;
  return {
    ...{ id, isOwn, what, askedOn, answer, answeredOn, promise, dueOn, isDue },
    ...{ outcome, outcomeWord, outcomeAt },
    group: ask.isNamed ? { slug: ask.groupSlug, name: ask.groupName, language: ask.language } : null,
    campaign:
      campaignId !== null && campaignSlug !== null && campaignTitle !== null
        ? { id: campaignId, slug: campaignSlug, title: campaignTitle }
        : null,
    writtenBy: isOwn ? ask.writtenBy : null,
  };
}

type Due = Awaited<ReturnType<typeof listDuePromises>>['rows'][number];

export function duePromise({ id, targetId, name, office, promise, dueOn }: Due): Answer<DuePromise> {
  return { id, promise, dueOn, target: { id: targetId, name, office } };
}
