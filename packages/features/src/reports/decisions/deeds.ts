import type { Transaction } from '@groundwork/database';
import { hideCampaign, showCampaign } from '../../campaigns/hidings/actions.ts';
import { eraseComment, hideComment, showComment } from '../../campaigns/signatures/hidings.ts';
import { hideReportedUpdate, showReportedUpdate } from '../../campaigns/updates/hidings.ts';
import type { Context } from '../../context.ts';
import { hideListing, showListing } from '../../directory/hidings/actions.ts';
import { hideEvent, showEvent } from '../../events/hidings/actions.ts';
import { beginMeasure, endMeasureOf } from '../../groups/measures/actions.ts';
import { eraseMessage, hideMessage, showMessage } from '../../messaging/messages/hidings/actions.ts';
import { askReadersAgain } from '../../messaging/readers/actions.ts';
import { hideTarget, showTarget } from '../../targets/hidings/actions.ts';
import type { SubjectKind } from '../contract.ts';

/** What a decision does to a subject: its id, who decided, and why. */
export type SubjectDecision = { id: string; actorId: string; reason: string };
type Deeds = Record<
  'hide' | 'show' | 'remove',
  (tx: Transaction, decided: SubjectDecision, ctx: Context) => Promise<void>
>;

/**
 * What hiding, showing again and removing is for each kind of subject. Campaigns, events and groups hold what other
 * people did: they are hidden, and never erased by a decision; so is what groups need and offer, and whom they address.
 */
export const deeds: Record<SubjectKind, Partial<Deeds>> = {
  message: {
    hide: (tx, { id, ...decided }, ctx) => hideMessage(tx, ctx, { ...decided, messageId: id }),
    show: (tx, { id, ...decided }) => showMessage(tx, { ...decided, messageId: id }),
    remove: (tx, { id, ...decided }, ctx) => eraseMessage(tx, ctx, { ...decided, messageId: id }),
  },
  comment: { hide: hideComment, show: showComment, remove: eraseComment },
  campaign: { hide: hideCampaign, show: showCampaign },
  event: { hide: hideEvent, show: showEvent },
  update: { hide: hideReportedUpdate, show: showReportedUpdate },
  listing: { hide: hideListing, show: showListing },
  target: { hide: hideTarget, show: showTarget },
  group: {
    hide: async (tx, { id: groupId, reason }, ctx) => {
      await beginMeasure(tx, ctx, { groupId, kind: 'hidden', reason });
      await askReadersAgain(tx, groupId);
    },
    show: async (tx, { id: groupId }, ctx) => {
      await endMeasureOf(tx, ctx, { groupId, kind: 'hidden' });
      await askReadersAgain(tx, groupId);
    },
  },
};
