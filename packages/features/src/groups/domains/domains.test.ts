import { journal } from '@groundwork/database/journal/tables';
import { like } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aGroup, aMember } from '../fixtures.ts';
import { aGroupWithDomain, aSiteWithDns, domainOfGroup } from './fixtures.ts';
import { groupDomains } from './tables.ts';

describe('a group’s own domain', () => {
  test('is entered by its steward, who is told which record to set', async () => {
    const { site } = await aSiteWithDns();
    const group = await aGroup(site);
    const { as, path, enter } = domainOfGroup(site, group);
    expect((await as.get(path)).body).toMatchObject({
      domain: null,
      siteAddress: 'hello@valley.test',
      can: { enter: true },
    });
    const { status, body } = await enter('https://München.example/', 'Hello');
    expect(status).toBe(200);
    expect(body.domain).toMatchObject({
      ...{ domain: 'münchen.example', localPart: 'hello', address: 'hello@münchen.example' },
      ...{ state: 'entered', found: null, lookedAt: null },
      dmarc: { name: '_dmarc.xn--mnchen-3ya.example' },
    });
    const { record } = body.domain;
    expect(record.name).toBe(`${record.shortName}.xn--mnchen-3ya.example`);
    expect(record.shortName).toMatch(/^groundwork-[0-9a-f]{8}\._domainkey$/);
    expect(record.value).toMatch(/^v=DKIM1; k=rsa; p=[A-Za-z0-9+/]{380,}={0,2}$/);
    expect(record.pieces.join('')).toBe(record.value);
    expect(record.pieces.every((piece: string) => piece.length <= 255)).toBe(true);
  });

  test('is proven once the record with our key is there', async () => {
    const { site, zone } = await aSiteWithDns();
    const group = await aGroup(site);
    const { enter, look } = domainOfGroup(site, group);
    const { record } = (await enter()).body.domain;
    expect((await look()).body.domain).toMatchObject({ state: 'entered', found: 'missing' });
    zone[record.name] = { texts: [record.value] };
    expect((await look()).body.domain).toMatchObject({ state: 'proven', found: 'here' });
  });

  test.for([
    ['missing', []],
    ['other', ['v=DKIM1; k=rsa; p=AAAA']],
    ['several', ['v=DKIM1; k=rsa; p=AAAA', 'v=DKIM1; k=rsa; p=BBBB']],
  ] as const)('is not proven by a record that is %s', async ([found, texts]) => {
    const { site, zone } = await aSiteWithDns();
    const group = await aGroup(site);
    const { enter, look } = domainOfGroup(site, group);
    const { record } = (await enter()).body.domain;
    zone[record.name] = { texts: [...texts] };
    expect((await look()).body.domain).toMatchObject({ state: 'entered', found });
  });

  test('is not proven by a name server that fails, which is told apart from a record that is missing', async () => {
    const { site, zone } = await aSiteWithDns();
    const group = await aGroup(site);
    const { enter, look } = domainOfGroup(site, group);
    const { record } = (await enter()).body.domain;
    zone[record.name] = { fails: true };
    expect((await look()).body.domain).toMatchObject({ state: 'entered', found: 'unreachable' });
    site.house.settings.dnsServers = ['127.0.0.1:1'];
    expect((await look()).body.domain).toMatchObject({ state: 'entered', found: 'unreachable' });
  });

  test('keeps its key under another name before the @, and gets another with another domain', async () => {
    const { enter, as, path, record } = await aGroupWithDomain();
    const renamed = (await enter('eastside.example', 'news')).body.domain;
    expect(renamed).toMatchObject({
      address: 'news@eastside.example',
      state: 'proven',
      record: { value: record.value },
    });
    const moved = (await enter('westside.example', 'news')).body.domain;
    expect(moved).toMatchObject({ state: 'entered', found: null });
    expect(moved.record.value).not.toBe(record.value);
    expect(moved.record.shortName).not.toBe(renamed.record.shortName);
    expect((await as.delete(path)).status).toBe(204);
    expect((await as.get(path)).body.domain).toBeNull();
    expect((await as.delete(path)).status).toBe(404);
  });

  test.for([
    ['eastside', 'domain', 'groups.domain-form'],
    ['co.uk', 'domain', 'groups.domain-suffix'],
    ['valley.test', 'domain', 'groups.domain-own'],
    ['news.Valley.Test', 'domain', 'groups.domain-own'],
    ['groundwork.test', 'domain', 'groups.domain-own'],
    [`${'a.'.repeat(110)}example`, 'domain', 'groups.domain-form'],
  ] as const)('is not %s', async ([domain, name, code]) => {
    const { site } = await aSiteWithDns();
    const { enter } = domainOfGroup(site, await aGroup(site));
    expect(await enter(domain)).toMatchObject({ status: 422, body: { fields: [{ name, code }] } });
  });

  test.for(['he llo', 'hello..there', '.hello', 'héllo', 'a"b'])('has no address %s', async (localPart) => {
    const { site } = await aSiteWithDns();
    const { enter } = domainOfGroup(site, await aGroup(site));
    expect(await enter('eastside.example', localPart)).toMatchObject({
      status: 422,
      body: { fields: [{ name: 'localPart', code: 'groups.domain-local-part' }] },
    });
  });

  test('that nobody proved keeps no other group from it; the first who proves it has it', async () => {
    const { site, zone } = await aSiteWithDns();
    const [first, second] = [await aGroup(site), await aGroup(site)];
    const [one, other] = [domainOfGroup(site, first), domainOfGroup(site, second)];
    await one.enter();
    await other.prove(zone);
    const { record } = (await one.as.get(one.path)).body.domain;
    zone[record.name] = { texts: [record.value] };
    expect(await one.look()).toMatchObject({ status: 409, body: { code: 'groups.domain-held' } });
    expect((await one.as.get(one.path)).body.domain).toMatchObject({ state: 'entered', found: 'here' });
    expect((await other.as.delete(other.path)).status).toBe(204);
    expect((await one.look()).body.domain.state).toBe('proven');
  });

  test('exists for nobody but those who manage the group', async () => {
    const { site, group, path } = await aGroupWithDomain();
    const organizer = await aMember(site, group, 'organizer');
    const elsewhere = (await aGroup(site)).steward;
    const siteSteward = await anAccount(site, { isSiteSteward: true });
    for (const account of [
      organizer,
      await aMember(site, group),
      elsewhere,
      siteSteward,
      await anAccount(site),
    ]) {
      const as = site.as(account);
      expect((await as.get(path)).status).toBe(404);
      expect((await as.put(path, { domain: 'a.example', localPart: 'us' })).status).toBe(404);
      expect((await as.post(`${path}/looks`)).status).toBe(404);
      expect((await as.delete(path)).status).toBe(404);
    }
    expect((await site.as(null).get(path)).status).toBe(401);
    const seen = await site.as(organizer).get(`/groups/${group.slug}`);
    expect(JSON.stringify(seen.body)).not.toContain('eastside.example');
  });

  test('of a frozen group is neither entered nor looked at, and can be taken away', async () => {
    const { site, group, as, path, enter, look } = await aGroupWithDomain();
    const siteSteward = site.as(await anAccount(site, { isSiteSteward: true }));
    await siteSteward.put(`/site/groups/${group.id}/measures/frozen`, { reason: 'It is under review.' });
    expect(await enter('a.example')).toMatchObject({ status: 409, body: { code: 'groups.frozen' } });
    expect(await look()).toMatchObject({ status: 409, body: { code: 'groups.frozen' } });
    expect((await as.get(path)).body).toMatchObject({
      domain: { state: 'proven' },
      can: { enter: false, look: false },
    });
    expect((await as.delete(path)).status).toBe(204);
  });

  test('is on record without its name, and its key is in no answer and not readable in the database', async () => {
    const { site, as, path } = await aGroupWithDomain();
    const [row] = await site.db.select().from(groupDomains);
    expect(row?.keptKey.length).toBeGreaterThan(1000);
    expect(row?.keptKey).not.toContain('PRIVATE');
    const page = await as.get(path);
    expect(JSON.stringify(page.body)).not.toContain(row?.keptKey);
    await as.delete(path);
    const entries = await site.db.select().from(journal).where(like(journal.kind, 'groups.domain%'));
    expect(entries.map(({ kind }) => kind).sort()).toEqual([
      'groups.domain-entered',
      'groups.domain-proven',
      'groups.domain-removed',
    ]);
    expect(JSON.stringify(entries)).not.toContain('eastside');
  });
});
