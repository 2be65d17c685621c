import { aCoalition, aDelegate, aMandate, joinCoalition } from '@groundwork/features/coalitions/fixtures';
import { anEvent } from '@groundwork/features/events/fixtures';
import { aGroup, aMember } from '@groundwork/features/groups/fixtures';
import { aSite, clientOf, type TestClient } from '@groundwork/features/testing';
import { expect, test } from 'vitest';
import { rewindingApi } from './walking.ts';

const TIMEOUT_MS = 120_000;

/**
 * What a private coalition answers by how somebody stands to it:
 *
 *   member · organizer · steward of a group of its · who speaks for that group · steward of the coalition ·
 *   steward of a group that it suspended · of one that it invited · of one that is apart
 *
 * Those of the group stand in no other, and the steward of the coalition in no other than the one that began it.
 */
const EXPECTED: Record<string, string> = {
  'GET /groups/COALITION': '200 200 200 200 200 404 404 404',
  'PATCH /groups/COALITION {"summary":"Ours"}': '403 403 403 403 200 404 404 404',
  'GET /groups/COALITION/members': '404 404 404 200 200 404 404 404',
  'GET /groups/COALITION/people': '404 404 404 404 200 404 404 404',
  'POST /groups/COALITION/events EVENT': '403 403 403 403 201 404 404 404',
  'GET /coalitions/COALITION': '200 200 200 200 200 404 404 404',
  'PATCH /coalitions/COALITION {"seats":3}': '403 403 403 403 204 404 404 404',
  'GET /coalitions/COALITION/groups': '200 200 200 200 200 404 404 404',
  'GET /coalitions/COALITION/events.ics': '200 200 200 200 200 404 404 404',
  'GET /coalitions/COALITION/delegates': '200 200 200 200 200 404 404 404',
  'GET /coalitions/COALITION/councils': '200 200 200 200 200 404 404 404',
  'GET /coalitions/COALITION/common-ground': '404 200 200 404 200 404 404 404',
  'GET /groups/COALITION/targets': '404 404 404 404 200 404 404 404',
  'GET /groups/GROUP/targets': '404 200 200 404 404 404 404 404',
  'GET /coalitions/COALITION/proposals': '404 404 404 404 200 404 404 404',
  'GET /coalitions/COALITION/groups/GROUP/steps': '404 404 404 404 200 404 404 404',
  'PUT /coalitions/COALITION/groups/GROUP/suspension {"reason":"x"}': '403 403 403 403 204 404 404 404',
  'PUT /coalitions/COALITION/groups/GROUP/ending {"reason":"x"}': '403 403 403 403 204 404 404 404',
  'DELETE /coalitions/COALITION/groups/SUSPENDED/suspension': '403 403 403 403 204 404 404 404',
  'POST /coalitions/COALITION/invitations {"group":"APART"}': '403 403 403 403 202 404 404 404',
  'PUT /coalitions/COALITION/councils/COUNCIL': '403 403 403 403 204 404 404 404',
  'GET /groups/GROUP/people': '404 200 200 404 404 404 404 404',
  'GET /groups/GROUP/coalitions/COALITION/reports': '200 200 200 200 404 404 404 404',
  'GET /groups/GROUP/coalitions/COALITION/steps': '404 404 200 404 404 404 404 404',
  'PUT /groups/GROUP/coalitions/COALITION/delegates/MEMBER MANDATE': '403 403 204 403 403 403 403 403',
  'DELETE /groups/GROUP/coalitions/COALITION/delegates/DELEGATE': '403 403 204 403 403 403 403 403',
  'DELETE /groups/GROUP/coalitions/COALITION': '403 403 204 403 403 403 403 403',
  'POST /groups/SUSPENDED/coalitions {"coalition":"COALITION","answers":[]}':
    '403 403 403 403 403 404 403 403',
  'DELETE /groups/SUSPENDED/coalitions/COALITION': '403 403 403 403 403 204 403 403',
  'PUT /groups/INVITED/coalitions/COALITION/decision {"decision":"accepted"}':
    '403 403 403 403 403 403 204 403',
  'GET /channels/EVERYONE': '200 200 200 200 200 404 404 404',
  'GET /channels/DELEGATES': '404 404 404 200 200 404 404 404',
  'GET /channels/ORGANIZERS': '404 200 200 200 200 404 404 404',
  'PATCH /channels/EVERYONE {"purpose":"x"}': '403 403 403 403 200 404 404 404',
};

test('in a coalition everybody may what they stand for, and no more', { timeout: TIMEOUT_MS }, async () => {
  const site = await aSite();
  const coalition = await aCoalition(site);
  const group = async (name: string) => aGroup(site, { name });
  const [inside, suspended, invited, apart] = [
    ...[await group('Inside'), await group('Suspended')],
    ...[await group('Invited'), await group('Apart')],
  ] as const;
  for (const one of [inside, suspended]) await joinCoalition(site, coalition, one);
  const [member, organizer] = [await aMember(site, inside), await aMember(site, inside, 'organizer')];
  const delegate = await aMember(site, inside);
  await aDelegate(site, { coalition, group: inside, account: delegate });
  const head = site.as(coalition.steward);
  const path = `/coalitions/${coalition.slug}`;
  await head.patch(path, { seats: 2 });
  await head.put(`${path}/groups/${suspended.slug}/suspension`, { reason: 'They sold a list.' });
  await head.post(`${path}/invitations`, { group: invited.slug });
  const council = await anEvent(site, { group: coalition });
  await site.work();
  const { slug } = (await head.patch(`/groups/${coalition.slug}`, { visibility: 'private' })).body;
  const rooms = (await head.get(`/channels?group=${slug}`)).body.rows as { id: string; name: string }[];
  const room = (name: string) => rooms.find((one) => one.name === name)?.id ?? '';
  const names = Object.entries({
    ...{ COALITION: slug, GROUP: inside.slug, SUSPENDED: suspended.slug, INVITED: invited.slug },
    ...{ APART: apart.slug, COUNCIL: council.slug, MEMBER: member.id, DELEGATE: delegate.id },
    ...{ EVERYONE: room('everyone'), DELEGATES: room('delegates'), ORGANIZERS: room('organizers') },
    ...{ MANDATE: JSON.stringify(aMandate), EVENT: JSON.stringify(anotherEvent) },
  }).sort(([one], [other]) => other.length - one.length);
  const viewers = [
    ...[member, organizer, inside.steward, delegate, coalition.steward],
    ...[suspended.steward, invited.steward, apart.steward],
  ];
  const { app, rewind } = await rewindingApi(site);
  const answers: Record<string, string> = {};
  for (const asked of Object.keys(EXPECTED)) {
    const told = names.reduce(
      (text, [name, value]) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), value),
      asked,
    );
    const [method = '', url = '', ...body] = told.split(' ');
    const statuses: number[] = [];
    for (const [index, viewer] of viewers.entries()) {
      const ask = clientOf(app, viewer, 'en', `10.9.0.${index}`)[method.toLowerCase() as keyof TestClient];
      statuses.push(
        (await ask(url, body.length > 0 ? (JSON.parse(body.join(' ')) as object) : undefined)).status,
      );
      await rewind();
    }
    answers[asked] = statuses.join(' ');
  }
  expect(answers).toEqual(EXPECTED);
});

const anotherEvent = {
  ...{ title: 'Another', starts: '2031-05-01T18:00', ends: '2031-05-01T20:00', timeZone: 'UTC' },
  ...{ held: 'in-person', placeName: 'Hall' },
};
