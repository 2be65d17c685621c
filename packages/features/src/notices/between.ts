import { say } from '@groundwork/words';
import type { Letter } from '../outbox/letter.ts';
import type { LetterContext } from './kinds.ts';

/**
 * What one group tells another, or somebody who answers for it: `text` says its subject, heading and text; `word` is what they wrote
 * themselves, if anything; `path`: the page behind the button.
 */
export function letterBetween(
  { language, settings }: LetterContext,
  {
    text,
    path,
    word = '',
  }: { text: (part: 'subject' | 'heading' | 'text') => string; path: string; word?: string },
): { subject: string; letter: Letter } {
  return {
    subject: text('subject'),
    letter: {
      heading: text('heading'),
      paragraphs: [text('text'), ...(word ? [say(language, 'mail.between.word', { word })] : [])],
      button: { label: say(language, 'mail.between.button'), url: `${settings.publicUrl}${path}` },
    },
  };
}
