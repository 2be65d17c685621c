import { languages, say } from '@groundwork/words';
import type { StepDraft } from './writing.ts';

/**
 * The welcome ladder: greets whoever joined, asks them to the next event, and once more those who did not come; whoever came
 * is thanked and tagged.
 */
export function welcomeSteps(): StepDraft[] {
  return [
    { does: { is: 'stop', question: { is: 'left' } } },
    { does: { is: 'send' }, letter: lettersOf('hello') },
    { does: { is: 'wait', days: 4 } },
    { does: { is: 'invite' }, letter: lettersOf('invite') },
    { does: { is: 'wait', days: 17 } },
    {
      does: { is: 'branch', question: { is: 'did', deed: 'came' } },
      yes: [
        { does: { is: 'tag', tag: 'newcomer who came' } },
        { does: { is: 'send' }, letter: lettersOf('thanks') },
      ],
      no: [{ does: { is: 'invite' }, letter: lettersOf('again') }],
    },
  ];
}

function lettersOf(which: 'hello' | 'invite' | 'thanks' | 'again') {
  return languages.map((language) => ({
    language,
    subject: say(language, `ladders.welcome.${which}.subject`),
    preheader: say(language, `ladders.welcome.${which}.preheader`),
    body: say(language, `ladders.welcome.${which}.body`),
  }));
}
