import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anEvent, anRsvp, beganAgo } from '../events/fixtures.ts';
import { aMember } from '../groups/fixtures.ts';
import { people, personAddresses } from '../people/tables.ts';
import { postcodes } from '../site/postcodes/tables.ts';
import { aLadderWriter } from './fixtures.ts';

/** A ladder for whoever joins, whose letters are what members must hear; `join` lets somebody begin. */
async function aWelcome() {
  const writer = await aLadderWriter();
  const { site, group, begin, says, later, look } = writer;
  const ladder = await begin();
  await says(ladder, { begins: 'joined', purpose: 'membership' });
  const join = async () => {
    const account = await aMember(site, group);
    await later();
    const [person] = await site.db.select().from(people).where(eq(people.accountId, account.id));
    if (!person) throw new Error('a member is a person');
    return { ...account, personId: person.id };
  };
  const outcomes = async () =>
    (await look(ladder)).steps.map((step) =>
      Object.fromEntries(step.outcomes.map(({ outcome, count }) => [outcome, count])),
    );
  const tag = ({ personId }: { personId: string }, tags: string[]) =>
    writer.asOrganizer.put(`/groups/${group.slug}/people/${personId}/tags`, { tags });
  return { ...writer, ladder, join, outcomes, tag };
}

test('whoever is handed over is a colleague’s, with a note that says why, and the colleague is told once', async () => {
  const { site, ladder, add, open, join, organizer, group, asOrganizer } = await aWelcome();
  await add(ladder, { does: 'hand', to: organizer.id, note: 'Ring them in their first week.' });
  await open(ladder);
  const handed = [await join(), await join()];
  const path = `/groups/${group.slug}/people`;
  const theirs = await asOrganizer.get(`${path}?lines=only:contact:contact=${organizer.id}`);
  expect(theirs.body.rows.map(({ id }: { id: string }) => id).sort()).toEqual(
    handed.map(({ personId }) => personId).sort(),
  );
  const notes = await asOrganizer.get(`${path}/${handed[0]?.personId}/notes`);
  expect(notes.body.rows.map(({ body }: { body: string }) => body)).toEqual([
    'Ring them in their first week.',
  ]);
  const told = (await site.mails()).filter(({ key }) => key.startsWith('ladder-handed:'));
  expect(told.map(({ toAddress }) => toAddress)).toEqual([organizer.email]);
});

test('to a colleague who sees the people no more nobody is handed, and everybody goes on', async () => {
  const { site, group, ladder, add, open, join, steward, outcomes } = await aWelcome();
  const colleague = await aMember(site, group, 'organizer');
  await add(ladder, { does: 'hand', to: colleague.id, note: 'Ring them.' });
  await add(ladder, { does: 'tag', tag: 'met' });
  await open(ladder);
  await site.as(steward).delete(`/groups/${group.slug}/members/${colleague.id}`);
  await join();
  expect(await outcomes()).toEqual([{ 'colleague-gone': 1 }, { done: 1 }]);
});

test('nobody is handed to whoever does not see the group’s people', async () => {
  const { ladder, asOrganizer, member } = await aWelcome();
  const refused = await asOrganizer.post(`${ladder}/steps`, { does: 'hand', to: member.id, note: 'Ring.' });
  expect([refused.status, refused.body.fields[0].code]).toEqual([422, 'ladders.no-colleague']);
});

test('a branch parts those who came since they began from those who did not, and both go on after it', async () => {
  const { ladder, add, open, join, site, group, organizer, mailed, pass, leave } = await aWelcome();
  await add(ladder, { does: 'wait', days: 10 });
  const branch = await add(ladder, { does: 'branch', asks: 'did', deed: 'came' });
  await add(ladder, { does: 'send', branch, side: 'yes' }, 'Thank you for coming');
  await add(ladder, { does: 'send', branch, side: 'no' }, 'We missed you');
  await add(ladder, { does: 'send' }, 'To both');
  await open(ladder);
  const [ana, ben] = [await join(), await join()];
  const event = await anEvent(site, { group });
  await beganAgo(site, event, 1);
  await site.as(organizer).post(`/events/${event.slug}/walk-ins`, { name: 'Ana', email: ana.email });
  await pass(11);
  const said = (await mailed()).map(({ to, subject }) => `${to} ${subject}`).sort();
  expect(said).toEqual([`${ana.email} Thank you for coming`, `${ben.email} We missed you`].sort());
  await leave();
  await pass(1);
  expect((await mailed()).filter(({ subject }) => subject === 'To both')).toHaveLength(2);
});

test('whoever did the next deed leaves the ladder before the next step, and while a letter waits', async () => {
  const { ladder, add, open, join, tag, mailed, pass, outcomes } = await aWelcome();
  await add(ladder, { does: 'stop', asks: 'line', line: 'only:tagged:tag=done' });
  await add(ladder, { does: 'wait', days: 3 });
  await add(ladder, { does: 'send' });
  await open(ladder);
  const [ana, ben] = [await join(), await join()];
  await tag(ana, ['done']);
  await pass(4);
  expect((await mailed()).map(({ to }) => to)).toEqual([ben.email]);
  await tag(ben, ['done']);
  await pass(1);
  expect(await outcomes()).toEqual([{ done: 2 }, { done: 1, stopped: 1 }, { stopped: 1 }]);
});

test('whoever has a letter is through with its step, whatever they did since', async () => {
  const { ladder, add, open, join, tag, leave, later, outcomes } = await aWelcome();
  await add(ladder, { does: 'stop', asks: 'line', line: 'only:tagged:tag=done' });
  await add(ladder, { does: 'send' });
  await add(ladder, { does: 'tag', tag: 'asked' });
  await open(ladder);
  const ana = await join();
  await leave();
  await tag(ana, ['done']);
  await later();
  expect(await outcomes()).toEqual([{ done: 1 }, { done: 1 }, { stopped: 1 }]);
});

test('whoever left the group leaves the ladder where that was said', async () => {
  const { ladder, add, open, join, site, group, mailed, pass, outcomes } = await aWelcome();
  await add(ladder, { does: 'stop', asks: 'left' });
  await add(ladder, { does: 'wait', days: 3 });
  await add(ladder, { does: 'send' });
  await open(ladder);
  const ana = await join();
  await site.as(ana).delete(`/groups/${group.slug}/membership`);
  await pass(4);
  expect(await mailed()).toEqual([]);
  expect(await outcomes()).toEqual([{ done: 1 }, { stopped: 1 }, {}]);
});

test('each is invited to the event nearest to them that they have not answered, else to the soonest', async () => {
  const { site, group, ladder, add, open, join, mailed, pass } = await aWelcome();
  await site.db.insert(postcodes).values([
    { code: 'N11AA', country: '', latitude: 51.6, longitude: -0.1 },
    { code: 'S11AA', country: '', latitude: 50.8, longitude: -0.1 },
  ]);
  const north = await anEvent(site, { group, title: 'North', address: '1 Hill Street, N1 1AA', inHours: 90 });
  const south = await anEvent(site, { group, title: 'South', address: '9 Bay Road, S1 1AA', inHours: 48 });
  await add(ladder, { does: 'wait', days: 1 });
  await add(ladder, { does: 'invite' });
  await open(ladder);
  const [ana, ben, cleo] = [await join(), await join(), await join()];
  const lives = (personId: string, postcode: string) =>
    site.db.insert(personAddresses).values({ personId, groupId: group.id, postcode });
  await lives(ana.personId, 'N1 1AA');
  await lives(cleo.personId, 'S1 1AA');
  await anRsvp(site, south, { email: cleo.email });
  await pass(1);
  const invited = new Map((await mailed()).map(({ to, letter }) => [to, JSON.stringify(letter)]));
  expect(invited.get(ana.email)).toContain(`/events/${north.slug}`);
  expect(invited.get(ben.email)).toContain(`/events/${south.slug}`);
  expect(invited.get(cleo.email)).toContain(`/events/${north.slug}`);
});

test('none that is further off than was said, and without an event to come everybody goes on', async () => {
  const { ladder, add, open, join, mailed, outcomes } = await aWelcome();
  await add(ladder, { does: 'invite', km: 20 });
  await add(ladder, { does: 'tag', tag: 'asked' });
  await open(ladder);
  await join();
  expect(await mailed()).toEqual([]);
  expect(await outcomes()).toEqual([{ 'no-event': 1 }, { done: 1 }]);
});

test('steps are added, moved and removed where they were said to be, with all that is in a branch', async () => {
  const { ladder, add, look, asOrganizer } = await aWelcome();
  const order = async () =>
    (await look(ladder)).steps.map(({ does, days, depth, side }) => [does, days ?? side, depth]);
  const first = await add(ladder, { does: 'wait', days: 1 });
  const branch = await add(ladder, { does: 'branch', asks: 'left' });
  await add(ladder, { does: 'send', branch, side: 'no' });
  await add(ladder, { does: 'wait', days: 2, before: branch });
  await add(ladder, { does: 'wait', days: 3 });
  expect(await order()).toEqual([
    ...[
      ['wait', 1, 0],
      ['wait', 2, 0],
      ['branch', null, 0],
    ],
    ...[
      ['send', 'no', 1],
      ['wait', 3, 0],
    ],
  ]);
  await asOrganizer.put(`${ladder}/steps/${first}/place`, { to: 'down' });
  expect((await order()).slice(0, 2)).toEqual([
    ['wait', 2, 0],
    ['wait', 1, 0],
  ]);
  await asOrganizer.put(`${ladder}/steps/${first}`, { does: 'wait', days: 9 });
  expect((await asOrganizer.delete(`${ladder}/steps/${branch}`)).status).toBe(204);
  expect(await order()).toEqual([
    ['wait', 2, 0],
    ['wait', 9, 0],
    ['wait', 3, 0],
  ]);
});

test('a branch in a branch in a branch is refused, and so is the 31st step', async () => {
  const { ladder, add, asOrganizer } = await aWelcome();
  const outer = await add(ladder, { does: 'branch', asks: 'left' });
  const inner = await add(ladder, { does: 'branch', asks: 'left', branch: outer, side: 'yes' });
  const deep = await asOrganizer.post(`${ladder}/steps`, { does: 'branch', asks: 'left', branch: inner });
  expect([deep.status, deep.body.code]).toEqual([409, 'ladders.too-deep']);
  for (let n = 2; n < 30; n++) await add(ladder, { does: 'wait', days: 1 });
  const more = await asOrganizer.post(`${ladder}/steps`, { does: 'wait', days: 1 });
  expect([more.status, more.body.code]).toEqual([409, 'ladders.too-many-steps']);
});

test('a question is one sentence that is true of somebody, and none that leaves somebody out', async () => {
  const { ladder, asOrganizer } = await aWelcome();
  const ask = async (line: string) => {
    const { status, body } = await asOrganizer.post(`${ladder}/steps`, { does: 'stop', asks: 'line', line });
    return body.fields?.[0].code ?? status;
  };
  expect(await ask('only:tagged:tag=done')).toBe(201);
  expect(await ask('only:tagged:tag=done;only:signed')).toBe('ladders.one-sentence');
  expect(await ask('without:tagged:tag=done')).toBe('ladders.one-sentence');
});
