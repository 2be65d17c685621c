import { aNameServer, type Zone } from '@groundwork/mail/testing/name-server';
import { eq, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { aSite, type TestSite } from '../../testing.ts';
import { aGroup, type AGroup } from '../fixtures.ts';
import { groupDomains } from './tables.ts';

/** A site whose DNS is this zone, as it is changed meanwhile. */
export async function aSiteWithDns(zone: Zone = {}) {
  const site = await aSite();
  const dns = await aNameServer(zone);
  Object.assign(site.house.settings, { dnsServers: [dns], mailFrom: 'Valley Coalition <hello@valley.test>' });
  return { site, zone };
}

/** What a steward does to write from their group's own domain. */
export function domainOfGroup(site: TestSite, { slug, steward, id }: AGroup) {
  const as = site.as(steward);
  const path = `/groups/${slug}/domain`;
  const enter = (domain = 'eastside.example', localPart = 'hello') => as.put(path, { domain, localPart });
  return {
    ...{ as, path, enter },
    look: () => as.post(`${path}/looks`),
    /** Enters it, sets the record and has it looked at. */
    async prove(zone: Zone, domain = 'eastside.example') {
      const { record } = (await enter(domain)).body.domain;
      zone[record.name] = { texts: [record.value] };
      const looked = await as.post(`${path}/looks`);
      expect(looked.body.domain.state).toBe('proven');
      return { name: String(record.name), value: String(record.value) };
    },
    /** So many hours go by. */
    async wait(hours: number) {
      const before = (column: 'lookedAt' | 'missedAt') =>
        sql`${groupDomains[column]} - make_interval(hours => ${hours}, secs => 1)`;
      await site.db
        .update(groupDomains)
        .set({ lookedAt: before('lookedAt'), missedAt: before('missedAt') })
        .where(eq(groupDomains.groupId, id));
    },
  };
}

/** A group that writes from `eastside.example`, and the zone that proves it. */
export async function aGroupWithDomain() {
  const { site, zone } = await aSiteWithDns();
  const group = await aGroup(site, { name: 'Eastside' });
  const own = domainOfGroup(site, group);
  return { site, zone, group, ...own, record: await own.prove(zone) };
}
