import type { Subject } from '../subject.ts';
import type { Handlers } from '../work.ts';
import { hideCampaigns, showCampaigns } from './addresses.ts';
import { countReleased } from './bursts/actions.ts';
import { endCoordinating } from './coordinators/actions.ts';
import { drawShares } from './draws/drawing.ts';
import { tellFramed } from './frames/told.ts';
import { forgetProofFiles, writeCountProof } from './proofs/writing.ts';
import { remindUnconfirmed } from './reminders/actions.ts';
import { forgetUnconfirmed } from './signatures/forgetting.ts';
import { addUpTallies, tellBrought } from './signatures/tally.ts';
import { tellAsked } from './sponsors/telling.ts';

export function campaignHandlers(subjects: Subject[]) {
  return {
    on: {
      'groups.vouched': showCampaigns,
      'groups.turned-private': hideCampaigns,
      'groups.role-lost': endCoordinating,
      'campaigns.published': tellAsked,
      'campaigns.proof-asked': (ctx, { subjectId }) => writeCountProof(ctx, subjectId),
      'campaigns.reminders-asked': (ctx, { subjectId }) => remindUnconfirmed(ctx, subjectId),
      'campaigns.burst-released': (ctx, { subjectId }) => countReleased(ctx, subjectId),
    },
    every: {
      'campaigns.tally': { minutes: 0.25, run: (ctx) => addUpTallies(ctx) },
      'campaigns.tell-brought': { minutes: 5, run: (ctx) => tellBrought(ctx) },
      'campaigns.tell-framed': { minutes: 5, run: (ctx) => tellFramed(ctx) },
      'campaigns.draw-shares': { minutes: 60, run: (ctx) => drawShares(ctx) },
      'campaigns.forget-proof-files': { minutes: 60, run: (ctx) => forgetProofFiles(ctx) },
      'campaigns.forget-unconfirmed': { minutes: 24 * 60, run: (ctx) => forgetUnconfirmed(ctx, subjects) },
    },
  } satisfies Handlers;
}
