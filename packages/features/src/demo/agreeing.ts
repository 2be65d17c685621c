import { askForOverlap } from '../compacts/overlaps/actions.ts';
import { askForUse } from '../compacts/uses/actions.ts';
import { decideTerms, proposeCompact } from '../compacts/terms/actions.ts';
import type { Stage } from './opening.ts';

const DAY = 86_400_000;

/** Who writes to whose people, about what, and the letter that waits for a yes. */
const AGREEMENT = {
  ...{ writer: 'vecinas', group: 'tenants', about: 'The market and the rent there' },
  word: 'Your people shop with us. We would tell them before the hearing.',
  title: 'Radio abierta: listen in',
  body: [
    'On Friday we read out what the stalls on 9th Street pay, and what the owner asks from January.',
    'Listen from seven, and come to the stalls on Saturday: we are there from six.',
  ].join('\n\n'),
};

/** Two groups agree that one may write to the other's people; a letter waits for an answer, and whether to count whom both know. */
export async function agreeOnLetters(stage: Stage): Promise<void> {
  const { writer, group, about, word, title, body } = AGREEMENT;
  const [writing, hearing] = [stage.groups.get(writer), stage.groups.get(group)];
  if (!writing || !hearing) return;
  const asWriter = stage.as(writing.steward);
  const compactId = await proposeCompact(asWriter, writing.slug, {
    ...{ with: hearing.slug, hears: 'theirs', about, mostAYear: 3, noticeHours: 72, endingDays: 30, word },
    until: new Date(Date.now() + 390 * DAY).toISOString().slice(0, 10),
  });
  const place = { slug: hearing.slug, compactId, number: 1 };
  await decideTerms(stage.as(hearing.steward), place, { decision: 'agreed' });
  const texts = [{ language: 'en' as const, subject: title, body }];
  await askForUse(asWriter, { slug: writing.slug, compactId }, { texts });
  await askForOverlap(asWriter, { slug: writing.slug, compactId }, { isShown: true });
}
