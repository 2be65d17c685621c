import { eq } from 'drizzle-orm';
import { campaigns } from '../campaigns/tables.ts';
import { writeText } from '../compositions/actions.ts';
import type { Context } from '../context.ts';
import { changeBeginning } from '../ladders/actions.ts';
import { climb } from '../ladders/climbing/climbing.ts';
import type { NewStep } from '../ladders/contract.ts';
import { newLadder } from '../ladders/copying.ts';
import { countEarlier } from '../ladders/dry-run.ts';
import { openLadder } from '../ladders/opening.ts';
import { findLadder, type LadderPlace } from '../ladders/queries.ts';
import { addStep } from '../ladders/steps/actions.ts';
import { spreadClimbers } from './backdating.ts';
import type { Stage } from './opening.ts';

const NAME = 'From a name to the room';

/** What the tenants' union lets follow by itself: a ladder on which people stand, and the welcome, as a draft. */
export async function putUpLadders({ as, groups, house }: Stage): Promise<void> {
  const tenants = groups.get('tenants');
  if (!tenants) throw new Error('the tenants have no group');
  const { id: groupId, slug } = tenants;
  const luis = as('luis');
  await newLadder(luis, slug, { template: 'welcome' });
  const place = { slug, id: await newLadder(luis, slug, { name: NAME }) };
  const [campaign] = await house.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.groupId, groupId));
  await changeBeginning(luis, place, {
    ...{ name: NAME, begins: 'signed', campaign: campaign?.id ?? null },
    ...{ takesEarlier: true, purpose: 'updates' },
  });
  await addSteps(luis, place);
  const count = await countEarlier(house.db, await findLadder(luis, place));
  // It begins with more than the union lets one alone write to.
  await openLadder(luis, place, { count });
  await openLadder(as('amina'), place, { count });
  await climb(luis);
  await spreadClimbers(house.db, place.id, 30);
}

/** Whoever signed is thanked, and asked to the next meeting; whoever came by then is tagged, and others are handed to Luis. */
async function addSteps(luis: Context, place: LadderPlace) {
  const add = (step: NewStep) => addStep(luis, place, step);
  await add({ does: 'stop', asks: 'refused' });
  await add({ does: 'wait', days: 2 });
  const { letterId } = await add({ does: 'send' });
  const letter = { slug: place.slug, id: letterId ?? '' };
  for (const text of thanks) await writeText(luis, letter, { ...text, version: 0 });
  await add({ does: 'wait', days: 5 });
  await add({ does: 'invite', km: 30 });
  await add({ does: 'wait', days: 14 });
  const { id: branch } = await add({ does: 'branch', asks: 'did', deed: 'came' });
  await add({ does: 'tag', tag: 'came after signing', branch, side: 'yes' });
  const note = 'Signed, was asked to a meeting, did not come. Ask what keeps them.';
  await add({ does: 'hand', to: luis.viewer.id, note, branch, side: 'no' });
}

const thanks = [
  {
    language: 'en' as const,
    subject: 'Your name stands there now',
    preheader: 'What happens with it, and what you can do besides.',
    body: `Dear {{first name|friend}},

thank you for signing. Every Friday we carry the list to the council’s office, and read the number out loud.

What moves them more than a number is a full room. You will hear from us when there is one near you.

Luis`,
  },
  {
    language: 'es' as const,
    subject: 'Tu nombre ya está ahí',
    preheader: 'Qué pasa con él y qué más puedes hacer.',
    body: `Hola, {{nombre|compa}}:

gracias por firmar. Cada viernes llevamos la lista a la oficina del concejo y leemos el número en voz alta.

Más que un número los mueve una sala llena. Te avisaremos cuando haya una cerca de ti.

Luis`,
  },
];
