import { expect, test } from 'vitest';
import { withLinks, withoutLinks } from './links.ts';

const letter = {
  paragraphs: ['Dear Ruth,'],
  blocks: [
    { is: 'heading' as const, inlines: [{ is: 'text' as const, text: 'What to bring' }] },
    {
      is: 'paragraph' as const,
      inlines: [
        { is: 'text' as const, text: 'Say it ' },
        { is: 'text' as const, text: 'here', url: 'https://valley.test/rsvps/secret' },
      ],
    },
    { is: 'button' as const, label: 'Come', url: 'https://valley.test/rsvps/secret' },
    { is: 'picture' as const, cid: 'a@valley.test', alt: 'Our march', width: 9, height: 9 },
    { is: 'picture' as const, cid: 'a@valley.test', alt: '', width: 9, height: 9 },
  ],
  attachments: [
    ...[{ filename: 'march.png', contentType: 'image/png', content: '', cid: 'a@valley.test' }],
    { filename: 'meeting.ics', contentType: 'text/calendar', content: '' },
  ],
};

test('a letter of blocks is read as its words, and its pictures are not files', () => {
  const { heading, paragraphs, attachments } = withLinks(letter);
  expect(heading).toBeUndefined();
  expect(paragraphs).toEqual([
    ...['Dear Ruth,', 'What to bring', 'Say it here (https://valley.test/rsvps/secret)'],
    ...['  Come: https://valley.test/rsvps/secret', '[Our march]'],
  ]);
  expect(attachments).toEqual([{ filename: 'meeting.ics' }]);
});

test('no block shows a link that stands for its receiver', () => {
  const shown = JSON.stringify(withoutLinks(letter, 'https://valley.test'));
  expect(shown).not.toContain('secret');
  expect(shown).toContain('Say it here');
});
