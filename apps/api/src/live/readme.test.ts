import { SERVER_FRAMES, Subscribe, Unsubscribe } from '@groundwork/features/live/contract';
import { readFile } from 'node:fs/promises';
import type { TSchema } from 'typebox';
import { expect, test } from 'vitest';

test('README.md describes the frames that there are, as their types do.', async () => {
  const readme = await readFile(new URL('README.md', import.meta.url), 'utf8');
  const rows = readme.split('\n').filter((line) => line.startsWith('| `{'));
  const described = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  const frames = [Subscribe, Unsubscribe, ...Object.values(SERVER_FRAMES)];
  expect(described.map(([, frame, meaning]) => [frame, meaning])).toEqual(frames.map(rowOf));
});

type Described = TSchema & { description?: string; properties?: Record<string, Described> };

/** A frame as README.md writes it: its members, and what is in them. */
function rowOf(frame: Described) {
  return [`\`${shapeOf(frame)}\``, frame.description];
}

function shapeOf({ properties = {} }: Described): string {
  const members = Object.entries(properties).map(([name, inner]) => {
    // A row is what the page of its topic has.
    if (!inner.properties || name === 'changed') return `"${name}"`;
    return `"${name}": ${shapeOf(inner)}`;
  });
  return `{${members.join(', ')}}`;
}
