import { passTime, zoneAtNoon } from '@groundwork/database/testing/clock';
import { asc, eq, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { House } from '../context.ts';
import { groups } from '../groups/tables.ts';
import { letters, mails } from '../outbox/tables.ts';
import { aCrew, aPerson } from '../people/fixtures.ts';
import { people } from '../people/tables.ts';
import { aSite } from '../testing.ts';
import type { LadderView } from './contract.ts';

/** A group with an organizer at its ladders, and what is done there again and again. */
export async function aLadderWriter(options: Parameters<typeof aCrew>[1] = {}) {
  const site = await aSite();
  const crew = await aCrew(site, options);
  const path = `/groups/${crew.group.slug}/ladders`;
  await moveTo(site, zoneAtNoon());
  const organizer = site.as(crew.organizer);
  const begin = async (body: object = {}) => `${path}/${(await organizer.post(path, body)).body.id}`;
  const says = (ladder: string, beginning: object) =>
    organizer.put(ladder, { name: 'A ladder', takesEarlier: false, purpose: 'updates', ...beginning });
  /** Adds a step, with a letter if it sends one; answers its id. */
  const add = async (ladder: string, step: { does: string } & Record<string, unknown>, subject = 'Hello') => {
    const { body } = await organizer.post(`${ladder}/steps`, step);
    if (step.does === 'send')
      await organizer.put(`/groups/${crew.group.slug}/mailings/${body.letterId}/texts/en`, {
        ...{ subject, preheader: '', body: 'Be in the room.', version: 0 },
      });
    return body.id as string;
  };
  const open = (ladder: string, count = 0) => organizer.put(`${ladder}/opening`, { count });
  const look = async (ladder: string) => (await organizer.get(ladder)).body as LadderView;
  /** So many days pass for everything there is; what happens in them happens at their end. */
  const pass = async (days: number) => {
    await passTime(site.house.db.$client, `${days * 24} hours`);
    await site.work();
  };
  /** It is looked again who begins, and whose step is due. */
  const later = () => pass(1 / 12);
  /** The letters that ladders promised, first promised first: to whom, and what they say. */
  const mailed = () =>
    site.db
      .select({
        to: mails.toAddress,
        subject: letters.subject,
        letter: letters.letter,
        key: mails.key,
        dueAt: mails.dueAt,
        language: mails.language,
      })
      .from(mails)
      .innerJoin(letters, eq(letters.id, mails.letterId))
      .orderBy(asc(mails.promisedAt), asc(mails.id));
  /** What waits of them leaves. */
  const leave = async () => {
    await site.db.update(mails).set({ state: 'sent', finishedAt: new Date() });
  };
  return {
    site,
    ...crew,
    path,
    asOrganizer: organizer,
    begin,
    says,
    add,
    open,
    look,
    pass,
    later,
    mailed,
    leave,
  };
}

/** A ladder of one letter and a wait for who falls silent, opened; so many of the group fall silent. */
export async function aReminder(count = 1) {
  const writer = await aLadderWriter();
  const { site, group, begin, says, add, open, pass } = writer;
  const ladder = await begin();
  await says(ladder, { begins: 'silent', days: 30 });
  await add(ladder, { does: 'send' }, 'We miss you');
  await add(ladder, { does: 'wait', days: 5 });
  await open(ladder);
  const silent = [];
  for (let n = 0; n < count; n++) silent.push(await aPerson(site, group, { isSubscribed: true }));
  const fallSilent = async () => {
    // Those who run the group are members too, who agreed to other mail.
    await site.db
      .update(people)
      .set({ lastSeenAt: sql`now() + interval '90 days'` })
      .where(sql`account_id is not null`);
    await pass(31);
  };
  return { ...writer, ladder, silent, fallSilent };
}

/** Everybody of a site lives there. */
export async function moveTo({ house }: { house: House }, zone: string): Promise<void> {
  await house.db.update(groups).set({ timeZone: zone });
  await house.db.update(accounts).set({ timeZone: zone });
}
