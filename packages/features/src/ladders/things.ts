import type { Question } from './step.ts';
import type { Trigger } from './triggers.ts';

/** The campaign, event or segment that a ladder begins with; undefined: any, or none. */
export function thingOfTrigger(trigger: Trigger): string | undefined {
  if ('campaign' in trigger) return trigger.campaign;
  if ('event' in trigger) return trigger.event;
  return 'segment' in trigger ? trigger.segment : undefined;
}

/** The campaign or event that a deed is asked of. */
export function thingOfQuestion(question: Question | null): string | undefined {
  return question?.is === 'did' ? question.thing : undefined;
}
