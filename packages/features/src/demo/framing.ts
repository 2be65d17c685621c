import { writeSponsorFrame } from '../campaigns/frames/actions.ts';
import type { NewFrame } from '../campaigns/frames/contract.ts';
import { askForFrame, publishFrame } from '../campaigns/frames/publishing.ts';
import { findFrame } from '../campaigns/frames/queries.ts';
import type { CastKey } from './cast.ts';
import type { Stage } from './opening.ts';
import { bringSigners } from './signing.ts';

type Told = {
  by: string;
  count: number;
  first: number;
  frame: Readonly<Omit<NewFrame, 'issues'>> & { issues: readonly string[] };
  waiting: Readonly<NewFrame> & { by: string };
};

/** A group that stands with a campaign tells it in its own way and brings people; another one waits for its answer. */
export async function tellOtherwise(
  stage: Stage,
  { slug, steward }: { slug: string; steward: CastKey },
  { by, count, first, frame, waiting }: Told,
): Promise<void> {
  const own = await write(stage, slug, { by, frame: { ...frame, issues: [...frame.issues] } });
  await publishFrame(stage.as(steward), { slug, frame: own }, { version: 1 });
  const { slug: address, code, tellerSlug } = await findFrame(stage.as(steward), slug, own);
  if (code) await bringSigners(stage, { slug, code, owner: tellerSlug, frame: address, first, count });
  const { by: other, ...waits } = waiting;
  await write(stage, slug, { by: other, frame: waits });
}

async function write(stage: Stage, slug: string, { by, frame }: { by: string; frame: NewFrame }) {
  const group = stage.groups.get(by);
  if (!group) throw new Error(`there is no group ${by}`);
  const ctx = stage.as(group.steward);
  const draft = await writeSponsorFrame(ctx, group.slug, slug, frame);
  await askForFrame(ctx, { slug, frame: draft });
  return draft;
}
