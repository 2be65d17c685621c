import { and, eq, isNotNull } from 'drizzle-orm';
import { audiences } from '../audiences.ts';
import { campaigns } from '../campaigns/tables.ts';
import { beginComposition, keepAsTemplate, setRules, writeText } from '../compositions/actions.ts';
import { addVariant, setExperiment } from '../compositions/experiments/actions.ts';
import { askForLook, giveLook } from '../compositions/looking.ts';
import { countReach } from '../compositions/reach.ts';
import { keepResults } from '../compositions/results/actions.ts';
import { hasteComposition, sendComposition } from '../compositions/sending.ts';
import { localOf } from '../site/local-times.ts';
import { answerPerson } from '../exchanges/actions.ts';
import { takeAnswer } from '../exchanges/arriving.ts';
import { answerDesks, exchanges } from '../exchanges/tables.ts';
import { mailingKinds } from '../mailings.ts';
import { promiseDueBatches, settleMailings } from '../mailings/batches.ts';
import { rememberMails } from '../mailings/remembering.ts';
import { mailings } from '../mailings/tables.ts';
import { settleSent } from '../outbox/settling.ts';
import { mails } from '../outbox/tables.ts';
import { people } from '../people/tables.ts';
import { bringSome, moveMailing } from './backdating.ts';
import { answers, askToSign, besides, findings, lastSaturday, welcome } from './letters.ts';
import { DEMO_ZONE, type Stage } from './opening.ts';

const DAY_MS = 86_400_000;
const SENT_DAYS_AGO = 24;

/** What the tenants' union writes to many: one mailing in each state that an organizer meets, and a template. */
export async function writeToMany(stage: Stage): Promise<void> {
  const { as, groups } = stage;
  const tenants = groups.get('tenants');
  if (!tenants) throw new Error('the tenants have no group');
  const scene: Scene = { ...stage, ...tenants, campaignId: await campaignOf(stage, tenants.id) };
  await setRules(as('amina'), tenants.slug, { mostAWeek: 2, lookAbove: 500 });
  await keepAsTemplate(as('luis'), await begin(scene, welcome), { isTemplate: true });
  await sendWeeksAgo(scene, await begin(scene, findings));
  await letWait(scene, await begin(scene, lastSaturday));
  await begin(scene, askToSign);
  await hearAnswers(scene);
}

/** Two of the union's people answered to what it found out: one waits, and one was written back to. */
async function hearAnswers({ as, house, id: groupId, slug }: Scene) {
  await house.db.insert(answerDesks).values({ groupId });
  const answered = await house.db
    .select({ id: people.id, email: people.email })
    .from(people)
    .where(and(eq(people.groupId, groupId), isNotNull(people.email)))
    .orderBy(people.addedAt, people.id)
    .limit(answers.length);
  for (const [n, { id, email }] of answered.entries()) {
    const { text, back } = answers[n] ?? { text: '', back: null };
    const subject = `Re: ${findings.texts[0]?.subject ?? ''}`;
    await takeAnswer(house, id, {
      from: email ?? '',
      subject,
      text,
      fileNames: [],
      messageId: `<${id}@demo.example>`,
    });
    if (back === null) continue;
    const [exchange] = await house.db
      .select({ id: exchanges.id })
      .from(exchanges)
      .where(eq(exchanges.personId, id));
    if (exchange) await answerPerson(as('luis'), { slug, exchangeId: exchange.id }, back);
  }
}

type Scene = Stage & { id: string; slug: string; campaignId: string };
type Place = { slug: string; id: string };

/** A mailing whose texts are written in each of their languages. */
async function begin({ as, slug, campaignId }: Scene, letter: typeof welcome): Promise<Place> {
  const { lines, purpose, texts } = letter;
  const id = await beginComposition(as('luis'), slug, { lines: lines(campaignId), purpose });
  for (const text of texts) await writeText(as('luis'), { slug, id }, { ...text, version: 0 });
  return { slug, id };
}

/** It went out as the worker sends it, to people who do not exist, and so by no mail server. */
async function sendWeeksAgo({ as, house }: Scene, place: Place) {
  const luis = as('luis');
  await tryBeside(luis, place);
  const { getCount: count } = await countReach(luis, place.slug, place.id);
  await sendComposition(luis, place, { when: 'now', count, lot: 'week' });
  await hasteComposition(luis, place);
  await promiseDueBatches(luis, { audiences, kinds: mailingKinds });
  await deliverAll({ as, house }, place);
  await settleMailings(luis);
  await moveMailing(house.db, place.id, SENT_DAYS_AGO);
  await bringSome(house.db, place.id, besides.label);
  await keepResults(luis);
}

/** Another letter beside the first, and what the two are to find out. */
async function tryBeside(luis: ReturnType<Stage['as']>, place: Place) {
  const variant = await addVariant(luis, place);
  for (const text of besides.texts) await writeText(luis, place, { ...text, variant, version: 1 });
  await setExperiment(luis, place, besides.experiment);
}

async function deliverAll({ as, house }: Pick<Scene, 'as' | 'house'>, { id }: Place) {
  const promised = await house.db
    .select({ id: mails.id, groupId: mails.groupId, personId: mails.personId, mailingId: mailings.id })
    .from(mails)
    .innerJoin(mailings, and(eq(mailings.id, mails.mailingId), eq(mailings.aboutId, id)));
  const subject = findings.texts[0]?.subject ?? '';
  await as('luis').change(async (tx) => {
    settleSent(tx, promised);
    const ended = promised.flatMap(({ personId, mailingId }) =>
      personId ? [{ personId, mailingId, subject, isSent: true, isAddressGone: false }] : [],
    );
    await rememberMails(tx, ended);
  });
}

/** It goes to more than the union lets one alone send to. */
async function letWait({ as }: Scene, place: Place) {
  await askForLook(as('luis'), place);
  await giveLook(as('amina'), place);
  const { getCount: count } = await countReach(as('luis'), place.slug, place.id);
  const tomorrow = localOf(new Date(Date.now() + DAY_MS), DEMO_ZONE).slice(0, 10);
  await sendComposition(as('luis'), place, { when: 'at', at: `${tomorrow}T10:00`, count });
}

async function campaignOf({ house }: Stage, groupId: string): Promise<string> {
  const [campaign] = await house.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.groupId, groupId));
  if (!campaign) throw new Error('the tenants have no campaign');
  return campaign.id;
}
