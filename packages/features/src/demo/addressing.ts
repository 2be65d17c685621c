import { editCampaign } from '../campaigns/actions.ts';
import { listCampaigns } from '../campaigns/queries.ts';
import { addTarget } from '../targets/actions.ts';
import { sayOutcome, writeAsk } from '../targets/asks/actions.ts';
import type { NewAsk } from '../targets/asks/contract.ts';
import { writeTargetNote } from '../targets/notes/actions.ts';
import { castCoalition } from './cast.ts';
import type { Stage } from './opening.ts';

const DAY = 86_400_000;
const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** The coalition keeps a list of those who decide; two groups write down what came of asking, and one promise is due. */
export async function addressTargets(stage: Stage): Promise<void> {
  const council = await listed(stage, 'tenants', {
    ...{ name: 'City Council', area: 'The whole city', phone: '+1 510 555 0100' },
    ...{ page: 'https://council.example.org/', address: 'City Hall, 1 Canal Street' },
  });
  const mayor = await listed(stage, 'vecinas', {
    ...{ name: 'Dana Price', office: 'Mayor', area: 'The whole city', email: 'mayor@city.example.org' },
  });
  await asks(stage, 'tenants', council, {
    ...{ what: 'Take the branch out of the cuts.', askedOn: dayIn(-40) },
    ...{ answer: 'The committee wants to see figures first.', answeredOn: dayIn(-33) },
    ...{ promise: 'The figures of all branches are public before anybody votes.', dueOn: dayIn(-5) },
  });
  const bus = { what: 'Keep the night bus to the market.', askedOn: dayIn(-70) };
  const kept = await asks(stage, 'vecinas', mayor, {
    ...{ ...bus, answer: 'Yes, until the street is rebuilt.', answeredOn: dayIn(-66) },
    ...{ promise: 'The bus runs all winter.', dueOn: dayIn(-30) },
  });
  await sayOutcome(kept.ctx, kept.named, { outcome: 'kept', word: 'It runs, every half hour.' });
  await asks(stage, 'tenants', mayor, {
    what: 'Come to the hearing and answer in person.',
    askedOn: dayIn(-12),
  });
  const { slug, steward } = groupOf(stage, 'tenants');
  const named = { slug, targetId: mayor };
  await writeTargetNote(stage.as(steward), named, 'Listens to nurses more than to us. Ask Nadia along.');
  await meetAt(stage, council);
}

/** Two campaigns of different groups address the same body, and wait for the same day. */
async function meetAt(stage: Stage, targetId: string) {
  const meeting = [
    { key: 'tenants', search: 'library branch', place: 'River Branch' },
    { key: 'vecinas', search: 'mercado', place: 'Calle 9' },
  ];
  for (const { key, search, place } of meeting) {
    const { slug, steward } = groupOf(stage, key);
    const [campaign] = (await listCampaigns(stage.as(steward), { group: slug, search })).rows;
    const change = { targetId, place, decidesOn: nextVote() };
    if (campaign) await editCampaign(stage.as(steward), campaign.slug, change);
  }
}

/** The fourteenth of December that comes next, of which the petition speaks. */
function nextVote() {
  const year = new Date().getUTCFullYear();
  const vote = `${year}-12-14`;
  return vote >= dayIn(0) ? vote : `${year + 1}-12-14`;
}

type Said = Omit<Parameters<typeof addTarget>[2], 'coalition'>;

async function listed(stage: Stage, key: string, said: Said): Promise<string> {
  const { slug, steward } = groupOf(stage, key);
  const coalition = groupOf(stage, castCoalition.key).slug;
  return (await addTarget(stage.as(steward), slug, { ...said, coalition })).id;
}

async function asks(stage: Stage, key: string, targetId: string, asked: NewAsk) {
  const { slug, steward } = groupOf(stage, key);
  const ctx = stage.as(steward);
  const { id: askId } = await writeAsk(ctx, { slug, targetId }, asked);
  return { ctx, named: { slug, targetId, askId } };
}

function groupOf({ groups }: Stage, key: string) {
  const group = groups.get(key);
  if (!group) throw new Error(`there is no group ${key}`);
  return group;
}
