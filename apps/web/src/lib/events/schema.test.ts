import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inScript, schemaOf } from './schema.ts';

test('whatever is typed into an event, its data stays data: it ends no script, and says the same', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('</script><script>alert(1)</script>', '<!--<script>', ']]>'),
  );
  fc.assert(
    fc.property(typed, (name) => {
      const told = inScript({ name });
      expect(told).not.toContain('<');
      expect(JSON.parse(told)).toEqual({ name });
    }),
  );
});

test('what only those read who said that they come is not told, though one of them looks', () => {
  const seen = {
    slug: 'door-knock',
    title: 'Door-knock',
    summary: '',
    held: 'both',
    state: 'published',
    startsAt: '2026-12-04T23:00:00Z',
    endsAt: '2026-12-05T02:00:00Z',
    placeName: 'River Branch',
    address: '12 Linden Street',
    addressVisibility: 'after_rsvp',
    onlineUrl: 'https://meet.example/secret',
    group: { slug: 'eastside', name: 'Eastside' },
  } as const;
  const told = JSON.stringify(schemaOf(seen, 'https://valley.example'));
  expect(told).not.toMatch(/Linden|secret/);
  expect(told).toContain('https://valley.example/events/door-knock');
  expect(
    JSON.stringify(schemaOf({ ...seen, addressVisibility: 'public' }, 'https://valley.example')),
  ).toContain('Linden');
});
