import type { QuestionView, StepOutcome, StepView, TriggerView } from '@groundwork/features/ladders/contract';
import { lineSentence } from '#lib/segments/sentences.ts';
import type { Words } from '#lib/words/words.ts';

type Said = Pick<TriggerView, 'about' | 'isGone'>;

/** What makes somebody begin a ladder. */
export function triggerSentence({ t }: Pick<Words, 't'>, trigger: TriggerView): string {
  switch (trigger.is) {
    case 'joined':
      return t('ladders.trigger.joined');
    case 'silent':
      return t('ladders.trigger.silent', { days: trigger.days ?? 0 });
    case 'signed':
      return t('ladders.trigger.signed', { thing: thingOr({ t }, trigger, 'any-campaign') });
    case 'came':
      return t('ladders.trigger.came', { thing: thingOr({ t }, trigger, 'any-event') });
    case 'segment':
      return t('ladders.trigger.segment', { thing: trigger.about ?? t('segments.thing.gone') });
  }
}

/** What a step does. */
export function stepSentence(words: Words, step: StepView): string {
  const { t } = words;
  const { letter, question } = step;
  switch (step.does) {
    case 'wait':
      return t('ladders.says.wait', { days: step.days ?? 0 });
    case 'send':
      if (!letter?.subject) return t('ladders.says.send.empty');
      return t('ladders.says.send', { subject: letter.subject });
    case 'invite':
      return step.km === null ? t('ladders.says.invite') : t('ladders.says.invite.within', { km: step.km });
    case 'tag':
      return t('ladders.says.tag', { tag: step.tag ?? '' });
    case 'hand':
      if (!step.to?.name) return t('ladders.says.hand.gone');
      return t('ladders.says.hand', { name: step.to.name });
    case 'stop':
    case 'branch':
      return t(`ladders.says.${step.does}`, { who: question ? questionSentence(words, question) : '' });
  }
}

/** Of whom a question is true: "those who signed any campaign since they began". */
export function questionSentence(words: Words, question: QuestionView): string {
  const { t } = words;
  const { asks, deed, line } = question;
  if (asks === 'line') {
    return t('ladders.who.line', { sentence: line ? lineSentence(words, line) : t('segments.thing.gone') });
  }
  if (asks !== 'did' || deed === null) return t(asks === 'left' ? 'ladders.who.left' : 'ladders.who.refused');
  if (deed === 'joined' || deed === 'answered') return t(`ladders.who.${deed}`);
  const any = deed === 'signed' ? 'any-campaign' : 'any-event';
  return t(`ladders.who.${deed}`, { thing: thingOr({ t }, question, any) });
}

type FellOut = { outcome: Exclude<StepOutcome, 'done' | 'no'>; count: number };

/** For how many a step was not done and why, and how many left there: "3 have no email address · 1 left the ladder here". */
export function outcomesSentence({ t, number }: Pick<Words, 't' | 'number'>, outcomes: FellOut[]): string {
  const sentences = outcomes.map((one) =>
    t('ladders.reason', { count: number(one.count), why: reasonOf({ t }, one) }),
  );
  return sentences.join(' · ');
}

function reasonOf({ t }: Pick<Words, 't'>, { outcome, count }: FellOut): string {
  switch (outcome) {
    case 'stopped':
    case 'ended':
    case 'no-event':
    case 'colleague-gone':
    case 'tags-full':
    case 'unsent':
      return t(`ladders.out.${outcome}`, { count });
    case 'no-email':
    case 'do-not-contact':
    case 'said-no':
    case 'not-said-yes':
    case 'sent-back':
    case 'other-campaign':
    case 'wants-less':
    case 'had-enough':
    case 'coalition-budget':
    case 'no-sharing':
    case 'no-writer':
      return t(`mailings.why.${outcome}`, { count });
  }
}

function thingOr({ t }: Pick<Words, 't'>, { about, isGone }: Said, any: 'any-campaign' | 'any-event') {
  return about ?? t(isGone ? 'segments.thing.gone' : `segments.thing.${any}`);
}
