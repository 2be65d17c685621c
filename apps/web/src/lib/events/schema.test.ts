import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inScript } from './schema.ts';

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
