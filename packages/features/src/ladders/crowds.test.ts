import { expect, test } from 'vitest';
import { aPerson } from '../people/fixtures.ts';
import { aLadderWriter } from './fixtures.ts';

/** A ladder of one letter for whoever comes to be in a segment, where more than two take a second one. */
async function aSegmentLadder(lines = 'only:tagged:tag=driver') {
  const writer = await aLadderWriter();
  const { site, group, steward, begin, says, add, open, asOrganizer } = writer;
  await site.as(steward).put(`/groups/${group.slug}/mailing-rules`, { mostAWeek: null, lookAbove: 2 });
  const segments = `/groups/${group.slug}/segments`;
  const { body: segment } = await asOrganizer.post(segments, { name: 'Drivers', lines });
  const ladder = await begin();
  await says(ladder, { begins: 'segment', segment: segment.id });
  await add(ladder, { does: 'send' });
  await open(ladder);
  await writer.later();
  const people = [];
  for (let n = 0; n < 4; n++) people.push(await aPerson(site, group, { isSubscribed: true }));
  return { ...writer, ladder, segment: `${segments}/${segment.id}`, people };
}

test('of more at once than one alone may let begin, nobody begins before somebody else agreed', async () => {
  const { site, steward, organizer, ladder, segment, asOrganizer, later, look, mailed, people } =
    await aSegmentLadder();
  await asOrganizer.put(segment, { name: 'All', lines: 'only:mailable' });
  await later();
  expect(await mailed()).toEqual([]);
  expect(await look(ladder)).toMatchObject({ isStopped: true, stoppedFor: 'many', standingCount: 0 });
  const told = (await site.mails()).find(({ key }) => key.startsWith('ladder-stopped:'));
  expect([told?.toAddress, told?.letter?.button?.url]).toEqual([
    organizer.email,
    expect.stringContaining(ladder),
  ]);
  expect((await asOrganizer.delete(`${ladder}/stop`)).body).toEqual({ is: 'asked' });
  await later();
  expect(await mailed()).toEqual([]);
  expect((await site.as(steward).delete(`${ladder}/stop`)).body).toEqual({ is: 'open' });
  await later();
  expect((await mailed()).map(({ to }) => to).sort()).toEqual(people.map(({ email }) => email).sort());
});

test('as many as one alone may let begin do so, each time that it is looked', async () => {
  const { ladder, people, asOrganizer, group, later, look } = await aSegmentLadder();
  for (const { id } of people) {
    await asOrganizer.put(`/groups/${group.slug}/people/${id}/tags`, { tags: ['driver'] });
    await later();
  }
  expect(await look(ladder)).toMatchObject({ isStopped: false, standingCount: 4 });
});

test('where what it asks is gone it stops by itself, so that nobody stays who is to leave', async () => {
  const { site, ladder, segment, asOrganizer, later, look, mailed } = await aSegmentLadder();
  await asOrganizer.delete(segment);
  await later();
  expect(await mailed()).toEqual([]);
  expect(await look(ladder)).toMatchObject({ isStopped: true, stoppedFor: 'gone' });
  expect((await site.mails()).filter(({ key }) => key.startsWith('ladder-stopped:'))).toHaveLength(1);
  expect((await asOrganizer.delete(`${ladder}/stop`)).status).toBe(409);
});

test('so it does where whoever opened it sees no more who has which role', async () => {
  const { site, group, steward, begin, says, add, open, look, later, organizer } = await aLadderWriter();
  const ladder = await begin();
  await says(ladder, { begins: 'joined' });
  await add(ladder, { does: 'stop', asks: 'line', line: 'only:role:role=steward' });
  await add(ladder, { does: 'tag', tag: 'new' });
  expect((await open(ladder)).status).toBe(200);
  await later();
  expect((await look(ladder)).isStopped).toBe(false);
  await site.as(steward).delete(`/groups/${group.slug}/members/${organizer.id}`);
  await later();
  expect((await site.as(steward).get(ladder)).body).toMatchObject({ isStopped: true, stoppedFor: 'gone' });
});
