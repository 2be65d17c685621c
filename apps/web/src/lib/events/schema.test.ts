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
      const script = inScript({ name });
      expect(script).not.toContain('<');
      expect(JSON.parse(script)).toEqual({ name });
    }),
  );
});

test('a detail for those who come is not in the data, though one of them looks', () => {
  const shown = {
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
  const script = JSON.stringify(schemaOf(shown, 'https://valley.example'));
  expect(script).not.toMatch(/Linden|secret/);
  expect(script).toContain('https://valley.example/events/door-knock');
  expect(
    JSON.stringify(schemaOf({ ...shown, addressVisibility: 'public' }, 'https://valley.example')),
  ).toContain('Linden');
});
