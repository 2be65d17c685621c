import { zoneAtNight, zoneAtNoon } from '@groundwork/database/testing/clock';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sendMailings } from '../mailings/fixtures.ts';
import { aMailbox } from '../outbox/fixtures.ts';
import { mails } from '../outbox/tables.ts';
import { climb } from './climbing/climbing.ts';
import { aReminder, moveTo } from './fixtures.ts';

test('a letter of which many addresses are not there stops its ladder, and who opened it is told where it goes on', async () => {
  const { site, ladder, fallSilent, silent, look, later, organizer } = await aReminder(60);
  const mailbox = await aMailbox();
  for (const { email } of silent.filter((_, n) => n % 4 === 0)) mailbox.refuse(email ?? '');
  await moveTo(site, zoneAtNight());
  await fallSilent();
  await moveTo(site, zoneAtNoon());
  await site.db.update(mails).set({ dueAt: sql`now()` });
  await sendMailings(site, mailbox);
  await later();
  const { isStopped, steps, can } = await look(ladder);
  expect([isStopped, steps[0]?.letter?.isStopped, can.resume]).toEqual([true, true, true]);
  const told = mailbox.mails().find(({ to }) => to.includes(organizer.email));
  expect(told?.text).toContain(`/ladders/${ladder.split('/').at(-1)}`);
});

test('two workers at once do each step once', async () => {
  const { site, silent, mailed } = await aReminder(40);
  await site.db.execute(
    sql`update people set last_seen_at = now() - interval '31 days' where account_id is null`,
  );
  await site.db.execute(sql`update ladders set begins_since = now() - interval '60 days', due_at = now()`);
  await Promise.all([climb(site.ctx()), climb(site.ctx()), climb(site.ctx())]);
  await site.work();
  expect((await mailed()).map(({ to }) => to).sort()).toEqual(silent.map(({ email }) => email).sort());
});

test('nobody gets more letters a week than the group sends at most: they wait for the next week', async () => {
  const {
    site,
    group,
    steward,
    ladder,
    begin,
    says,
    add,
    open,
    fallSilent,
    silent,
    mailed,
    leave,
    pass,
    look,
  } = await aReminder();
  await site.as(steward).put(`/groups/${group.slug}/mailing-rules`, { mostAWeek: 1, lookAbove: null });
  const second = await begin();
  await says(second, { begins: 'silent', days: 31 });
  await add(second, { does: 'send' }, 'Once more');
  await open(second);
  await fallSilent();
  await leave();
  await site.work();
  expect((await mailed()).map(({ subject }) => subject)).toEqual(['We miss you']);
  await site.db.execute(sql`insert into person_history (id, group_id, person_id, kind, subject_id)
    select gen_random_uuid(), ${group.id}, ${silent[0]?.id}, 'mailed', step.composition_id
    from ladder_steps step where step.ladder_id = ${ladder.split('/').at(-1)} and step.composition_id is not null`);
  await pass(2);
  expect(await mailed()).toHaveLength(1);
  expect((await look(second)).steps[0]?.standingCount).toBe(1);
  await pass(6);
  expect((await mailed()).map(({ subject }) => subject)).toEqual(['We miss you', 'Once more']);
});

test('a letter leaves between nine in the morning and eight in the evening of where its reader lives', async () => {
  const { site, fallSilent, mailed, silent } = await aReminder();
  const mailbox = await aMailbox();
  const hourOfDue = async () => {
    const { rows } = await site.db.execute<{ hour: number }>(sql`
      select extract(hour from mails.due_at at time zone groups.time_zone)::int as hour
      from mails join groups on groups.id = mails.group_id where mails.letter_id is not null`);
    return rows[0]?.hour;
  };
  await moveTo(site, zoneAtNight());
  await fallSilent();
  expect(await mailed()).toHaveLength(1);
  expect(await hourOfDue()).toBe(9);
  // It was promised by day, and night has fallen meanwhile.
  await site.db.update(mails).set({ dueAt: sql`now()` });
  await sendMailings(site, mailbox);
  expect(mailbox.mails()).toEqual([]);
  expect(await hourOfDue()).toBe(9);
  await moveTo(site, zoneAtNoon());
  await site.db.update(mails).set({ dueAt: sql`now()` });
  await sendMailings(site, mailbox);
  expect(mailbox.mails().map(({ to }) => to)).toEqual([[silent[0]?.email]]);
});
