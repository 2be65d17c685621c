import { journal } from '@groundwork/database/journal/tables';
import { like, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aMember } from '../groups/fixtures.ts';
import { aChannel, aMessage, aTalk } from '../messaging/fixtures.ts';
import { aSite } from '../testing.ts';
import { aBadWord } from './fixtures.ts';
import { reports } from './tables.ts';

type Account = { token: string };

describe('a report', () => {
  test('reaches those who moderate there, with the words as they were', async () => {
    const site = await aSite();
    const { general, message, member, steward, organizer, report, openFor } = await aBadWord(site);
    const id = await report('That is my neighbour’s door.');
    await site.as(member).patch(`/messages/${message.id}`, { body: 'Never mind.' });
    const row = { id, kind: 'message', title: '# general', authorName: 'Mina Member', makerCount: 1 };
    expect(await openFor(organizer)).toMatchObject([row]);
    expect((await site.as(steward).get(`/reports/${id}`)).body).toMatchObject({
      ...row,
      words: 'He lives at Linden 2.',
      notes: [{ note: 'That is my neighbour’s door.' }],
      address: `/messages/${general.id}?after=0#message-${message.id}`,
      can: { hide: true, remove: true, dismiss: true, reopen: false },
    });
  });

  test('is not there for members, strangers, other groups and the stewards of the site', async () => {
    const site = await aSite();
    const { list, member, reporter, outsider, report } = await aBadWord(site);
    const id = await report();
    const siteSteward = await anAccount(site, { isSiteSteward: true });
    for (const account of [member, reporter, outsider, siteSteward]) {
      expect((await site.as(account).get(list)).status).toBe(404);
      expect((await site.as(account).get(`${list}/count`)).status).toBe(404);
      expect((await site.as(account).get(`/reports/${id}`)).status).toBe(404);
      const decision = { deed: 'dismiss', reason: 'Because.' };
      expect((await site.as(account).put(`/reports/${id}/decision`, decision)).status).toBe(404);
    }
    expect((await site.as(null).get(list)).status).toBe(401);
    expect((await site.as(siteSteward).get('/site/reports')).body.rows).toEqual([]);
  });

  test('does not reach the organizer whose words it is about, while there is another', async () => {
    const site = await aSite();
    const talk = await aTalk(site);
    const { id } = await aMessage(site, { by: talk.organizer, channelId: talk.general.id });
    await site.as(talk.member).put(`/subjects/message/${id}/report`, {});
    const list = `/groups/${talk.group.slug}/reports`;
    expect((await site.as(talk.organizer).get(list)).body.rows).toEqual([]);
    expect((await site.as(talk.organizer).get(`${list}/count`)).body).toEqual({ openCount: 0 });
    expect((await site.as(talk.steward).get(`${list}/count`)).body).toEqual({ openCount: 1 });
    await site
      .as(talk.steward)
      .patch(`/groups/${talk.group.slug}/members/${talk.organizer.id}`, { role: 'member' });
    const own = await aMessage(site, { by: talk.steward, channelId: talk.general.id });
    await site.as(talk.member).put(`/subjects/message/${own.id}/report`, {});
    expect((await site.as(talk.steward).get(`${list}/count`)).body).toEqual({ openCount: 2 });
  });

  test('from a channel for named people reaches who moderates and reads there, else another organizer', async () => {
    const site = await aSite();
    const { group, steward, organizer, member } = await aTalk(site);
    const { id } = await aChannel(site, { by: organizer, slug: group.slug, readers: 'named' });
    await site.as(organizer).put(`/channels/${id}/members/${member.id}`);
    const list = `/groups/${group.slug}/reports`;
    const theirs = await aMessage(site, { by: member, channelId: id, body: 'theirs' });
    const own = await aMessage(site, { by: organizer, channelId: id, body: 'own' });
    await site.as(organizer).put(`/subjects/message/${theirs.id}/report`, {});
    await site.as(member).put(`/subjects/message/${own.id}/report`, {});
    const excerpts = async (account: Account) =>
      (await site.as(account).get(list)).body.rows.map(({ excerpt }: { excerpt: string }) => excerpt);
    expect(await excerpts(organizer)).toEqual(['theirs']);
    expect(await excerpts(steward)).toEqual(['own']);
  });

  test('by one person twice is one report, by two people is one with two voices', async () => {
    const site = await aSite();
    const { group, message, organizer, report, openFor } = await aBadWord(site);
    const id = await report();
    expect(await report()).toBe(id);
    expect(await openFor(organizer)).toMatchObject([{ makerCount: 1 }]);
    expect(await report('Me too.', await aMember(site, group))).toBe(id);
    expect(await openFor(organizer)).toMatchObject([{ makerCount: 2 }]);
    await site.as(organizer).put(`/reports/${id}/decision`, { deed: 'dismiss', reason: 'It is his own.' });
    expect((await site.as(organizer).get(`/subjects/message/${message.id}`)).status).toBe(200);
    await expect(report()).rejects.toThrow();
    expect(await openFor(organizer)).toEqual([]);
  });

  test('made after the words were changed says what they had become', async () => {
    const site = await aSite();
    const { group, message, member, organizer, report } = await aBadWord(site);
    const id = await report();
    await site.as(member).patch(`/messages/${message.id}`, { body: 'Linden 2, second floor.' });
    expect(await report('Still.', await aMember(site, group))).toBe(id);
    const { notes } = (await site.as(organizer).get(`/reports/${id}`)).body;
    expect(notes).toMatchObject([{ words: null }, { note: 'Still.', words: 'Linden 2, second floor.' }]);
  });

  test('can be made by who sees the message, and by nobody of their own words', async () => {
    const site = await aSite();
    const { message, member, outsider } = await aBadWord(site);
    const path = `/subjects/message/${message.id}`;
    for (const account of [outsider, null]) {
      expect((await site.as(account).get(path)).status).toBe(404);
      expect((await site.as(account).put(`${path}/report`, {})).status).toBe(404);
    }
    expect((await site.as(member).get(path)).body.can).toEqual({ report: false });
    expect((await site.as(member).put(`${path}/report`, {})).status).toBe(403);
    expect((await site.as(member).get('/subjects/message/linden-2')).status).toBe(404);
  });

  test('says nowhere who made it, and is on record with their id', async () => {
    const site = await aSite();
    const { organizer, reporter, list, report } = await aBadWord(site);
    const id = await report();
    await site.as(organizer).put(`/reports/${id}/decision`, { deed: 'hide', reason: 'An address.' });
    const seen = [
      await site.as(organizer).get(`/reports/${id}`),
      await site.as(organizer).get(`${list}?state=decided`),
    ];
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toContain(reporter.id);
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toContain(reporter.name);
    const entries = await site.db
      .select()
      .from(journal)
      .where(like(journal.kind, 'reports.%'))
      .orderBy(journal.id);
    expect(entries).toMatchObject([
      { kind: 'reports.made', actorId: reporter.id, subjectId: id },
      { kind: 'reports.decided', actorId: organizer.id, subjectId: id },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/Linden|address\.|door/);
  });

  test('is listed by who waits longest, then by what was decided last, page by page', async () => {
    const site = await aSite();
    const { general, member, organizer, reporter, list } = await aBadWord(site);
    for (const body of ['one', 'two', 'three']) {
      const { id } = await aMessage(site, { by: member, channelId: general.id, body });
      await site.as(reporter).put(`/subjects/message/${id}/report`, {});
    }
    const excerpts = (rows: { excerpt: string }[]) => rows.map(({ excerpt }) => excerpt);
    const first = (await site.as(organizer).get(`${list}?limit=2`)).body;
    const second = (await site.as(organizer).get(`${list}?limit=2&after=${first.next}`)).body;
    expect([...excerpts(first.rows), ...excerpts(second.rows)]).toEqual(['one', 'two', 'three']);
    for (const { id } of [...first.rows, ...second.rows])
      await site.as(organizer).put(`/reports/${id}/decision`, { deed: 'dismiss', reason: 'Fine.' });
    const last = (await site.as(organizer).get(`${list}?state=decided&limit=2`)).body;
    const rest = (await site.as(organizer).get(`${list}?state=decided&limit=2&after=${last.next}`)).body;
    expect([...excerpts(last.rows), ...excerpts(rest.rows)]).toEqual(['three', 'two', 'one']);
  });

  test('of a direct conversation gives the stewards of the site its words alone, and no organizer anything', async () => {
    const site = await aSite();
    const { group, organizer, steward, member } = await aTalk(site);
    const siteSteward = await anAccount(site, { isSiteSteward: true });
    const direct = await site
      .as(organizer)
      .post(`/groups/${group.slug}/direct-messages`, { accountIds: [member.id] });
    await aMessage(site, { by: member, channelId: direct.body.id, body: 'between us' });
    const { id } = await aMessage(site, { by: organizer, channelId: direct.body.id, body: 'or else' });
    const path = `/subjects/message/${id}`;
    expect((await site.as(member).get(path)).body).toMatchObject({ title: null, decidedBy: 'stewards' });
    expect((await site.as(steward).put(`${path}/report`, {})).status).toBe(404);
    expect((await site.as(member).put(`${path}/report`, {})).status).toBe(204);
    const { rows } = (await site.as(siteSteward).get('/site/reports')).body;
    expect(rows).toMatchObject([{ excerpt: 'or else', title: null }]);
    const found = await site.as(siteSteward).get(`/reports/${rows[0].id}`);
    expect(found.body).toMatchObject({ words: 'or else', address: null, group: null });
    expect(JSON.stringify(found.body)).not.toContain('between us');
    expect((await site.as(siteSteward).get(`/channels/${direct.body.id}`)).status).toBe(404);
    expect((await site.as(steward).get(`/groups/${group.slug}/reports`)).body.rows).toEqual([]);
    await site
      .as(siteSteward)
      .put(`/reports/${rows[0].id}/decision`, { deed: 'remove', reason: 'A threat.' });
    const { rows: left } = (await site.as(member).get(`/channels/${direct.body.id}/messages`)).body;
    expect(left).toMatchObject([{ body: 'between us' }, { body: '' }]);
  });

  test('that was decided keeps its words for 30 days, and who decided what for a year', async () => {
    const site = await aSite();
    const { organizer, report } = await aBadWord(site);
    const id = await report();
    await site.sweep('reports.forget');
    await site.as(organizer).put(`/reports/${id}/decision`, { deed: 'remove', reason: 'An address.' });
    const decidedAgo = (days: number) =>
      site.db.update(reports).set({ decidedAt: sql`now() - make_interval(days => ${days})` });
    await decidedAgo(29);
    await site.sweep('reports.forget');
    expect((await site.as(organizer).get(`/reports/${id}`)).body.words).toBe('He lives at Linden 2.');
    await decidedAgo(31);
    await site.sweep('reports.forget');
    expect((await site.as(organizer).get(`/reports/${id}`)).body).toMatchObject({
      ...{ words: null, title: null, authorName: null, notes: [], makerCount: 0 },
      decision: { deed: 'remove', reason: 'An address.', byName: 'Omar Organizer' },
    });
    await decidedAgo(366);
    await site.sweep('reports.forget');
    expect((await site.as(organizer).get(`/reports/${id}`)).status).toBe(404);
  });
});
