import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf, domainOf, type Arrival } from './judging.ts';

const BIG = ['gmail.com', 'Outlook.com', 'YAHOO.COM', 'riseup.net'];
const small = fc.domain().map((domain) => `burst-${domain}`);
const arrival = (domain: fc.Arbitrary<string>): fc.Arbitrary<Arrival> =>
  fc.record({
    campaignId: fc.uuid(),
    email: fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), domain).map((parts) => parts.join('@')),
    linkId: fc.option(fc.uuid()),
    from: fc.oneof(fc.ipV4(), fc.ipV6()),
  });
const usual = fc.nat({ max: 1_000_000 });
const countOf = (asked: Arrival, hour: number) => boundsOf(asked, hour).map(({ limit }) => limit.count);

test.for([
  ['sam@cats.example', 'cats.example'],
  ['sam@a.b.CATS.example.', 'cats.example'],
  ['sam@shop.cats.co.uk', 'cats.co.uk'],
  ['sam@bücher.example', 'xn--bcher-kva.example'],
  ['"a@b"@cats.example', 'cats.example'],
  ['sam@example', 'example'],
] as const)('%s is a mailbox of %s', ([email, domain]) => {
  expect(domainOf(email)).toBe(domain);
});

test('an address at any subdomain counts as its domain', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z0-9]{1,10}$/), { maxLength: 5 }), (labels) => {
      expect(domainOf(`x@${[...labels, 'catch-all', 'example'].join('.')}`)).toBe('catch-all.example');
    }),
  );
});

test('the big providers’ domains are never counted, everyone else’s always, in the campaign and in the site', () => {
  const domains = (asked: Arrival) => boundsOf(asked).filter(({ cause }) => cause === 'domain');
  fc.assert(fc.property(arrival(fc.constantFrom(...BIG)), (asked) => domains(asked).length === 0));
  fc.assert(fc.property(arrival(small), (asked) => domains(asked).length === 2));
});

test('a busier campaign is never judged harder, and no campaign below the floors', () => {
  fc.assert(
    fc.property(arrival(small), usual, usual, (asked, one, other) => {
      const [quiet, busy] = [Math.min(one, other), Math.max(one, other)];
      const floors = countOf(asked, 0);
      const calm = countOf(asked, quiet);
      for (const [place, count] of countOf(asked, busy).entries()) {
        expect(count).toBeGreaterThanOrEqual(calm[place] ?? Infinity);
        expect(count).toBeGreaterThanOrEqual(floors[place] ?? Infinity);
      }
    }),
  );
});

test('one domain never becomes most of what a campaign usually gets, once it gets more than the floor', () => {
  fc.assert(
    fc.property(arrival(small), fc.integer({ min: 1_000, max: 1_000_000 }), (asked, hour) => {
      const [bound] = boundsOf(asked, hour).filter(({ cause }) => cause === 'domain');
      expect(bound?.limit.count).toBeLessThan(hour / 2);
    }),
  );
});

test('the same arrival spelt otherwise adds to the same counts', () => {
  fc.assert(
    fc.property(arrival(small), (asked) => {
      const loud = { ...asked, email: ` ${asked.email.toUpperCase()}` };
      expect(boundsOf(loud)).toEqual(boundsOf(asked));
    }),
  );
});
