import { addressTargets } from './addressing.ts';
import { countTotals } from '../coalitions/totals/actions.ts';
import { contextFor, type House } from '../context.ts';
import { agreeOnLetters } from './agreeing.ts';
import { findSite } from '../site/queries.ts';
import { writeDownByHand } from './handwork.ts';
import { holdGatherings } from './meeting.ts';
import { openDoors, type Stage } from './opening.ts';
import { fightCauses } from './signing.ts';
import { putUpLadders } from './laddering.ts';
import { makeReports } from './reporting.ts';
import { withdrawMail } from './silence.ts';
import { signTogether } from './signing-on.ts';
import { holdTogether, standTogether, uniteGroups } from './uniting.ts';
import { askOfPeople } from './knowing.ts';
import { sortPeople } from './sorting.ts';
import { lendThings } from './lending.ts';
import { holdTalks } from './talking.ts';
import { askTheSteward, greetTenants } from './waiting.ts';
import { writeToMany } from './writing.ts';

export type DemoSignIn = { role: 'steward' | 'organizer' | 'member'; email: string; password: string };

/**
 * Fills an empty site with a believable coalition, through the same actions as everything else, and returns how to
 * sign in as three of its people. Null when the site is not empty: a demonstration never touches real people.
 */
export async function seedDemo(house: House): Promise<DemoSignIn[] | null> {
  const { isSetUp } = await findSite(house);
  if (isSetUp) return null;
  const stage: Stage = await openDoors(house);
  await uniteGroups(stage);
  await fightCauses(stage);
  await standTogether(stage);
  await signTogether(stage);
  await lendThings(stage);
  await addressTargets(stage);
  await holdGatherings(stage);
  await holdTogether(stage);
  await agreeOnLetters(stage);
  await holdTalks(stage);
  await askTheSteward(stage);
  await greetTenants(stage);
  await makeReports(stage);
  await sortPeople(stage);
  await askOfPeople(stage);
  await writeDownByHand(stage);
  await writeToMany(stage);
  await putUpLadders(stage);
  await countTotals(contextFor(house));
  await withdrawMail(house);
  const { password } = stage;
  return [
    { role: 'steward', email: stage.as('amina').viewer.email, password },
    { role: 'organizer', email: stage.as('luis').viewer.email, password },
    { role: 'member', email: stage.as('mei').viewer.email, password },
  ];
}
