import type { LadderInput, NewStep, StepInput, StepView } from '@groundwork/features/ladders/contract';
import type { LineView } from '@groundwork/features/segments/contract';
import type { FormValues } from '#lib/api/forms.ts';

type Typed<T> = { [Key in keyof T]?: T[Key] | string | null | undefined };

/** Who begins a ladder, as its form says it; of what does not belong to it, nothing. */
export function beginningTyped(typed: FormValues) {
  const { begins, name, purpose, takesEarlier, campaign, event, segment, days } = typed;
  return {
    ...{ begins, name, purpose, takesEarlier: takesEarlier === 'yes' },
    ...(begins === 'signed' && { campaign: campaign || null }),
    ...(begins === 'came' && { event: event || null }),
    ...(begins === 'segment' && { segment: segment || null }),
    ...(begins === 'silent' && { days: days || null }),
  } satisfies Typed<LadderInput>;
}

/** What a step does, as its form says it; `line` is the sentence that was put together, if one was. */
export function stepTyped(typed: FormValues, line: string | null) {
  const { does = '', days, km, tag, to, note } = typed;
  switch (does) {
    case 'wait':
      return { does, days: days || null } satisfies Typed<StepInput>;
    case 'invite':
      return { does, km: km || null } satisfies Typed<StepInput>;
    case 'tag':
      return { does, tag } satisfies Typed<StepInput>;
    case 'hand':
      return { does, to: to || null, note } satisfies Typed<StepInput>;
    case 'stop':
    case 'branch':
      return { does, ...questionTyped(typed, line) } satisfies Typed<StepInput>;
    default:
      return { does } satisfies Typed<StepInput>;
  }
}

/** A deed, whether they left or said no: all are one choice on the page. */
function questionTyped(typed: FormValues, line: string | null) {
  if (line !== null) return { asks: 'line', line };
  const { asked } = typed;
  if (!asked || asked === 'left' || asked === 'refused') return { asks: asked };
  const thing = isOfThing(asked) ? typed[`${asked}Thing`] : undefined;
  return { asks: 'did', deed: asked, thing: thing || null };
}

/** Whether a deed may be about one campaign or one event. */
export function isOfThing(deed: string): deed is 'signed' | 'coming' | 'came' {
  return deed === 'signed' || deed === 'coming' || deed === 'came';
}

/** Where a new step comes, as the address says it. */
export function placeTyped(params: URLSearchParams) {
  const [branch, side, before] = ['branch', 'side', 'before'].map((name) => params.get(name));
  return {
    ...(branch && { branch, side: side ?? 'yes' }),
    ...(before && { before }),
  } satisfies Typed<Pick<NewStep, 'branch' | 'side' | 'before'>>;
}

/** What a step says, as its form holds it. */
export function valuesOfStep({ days, km, tag, to, note, question }: StepView): FormValues {
  const asked = question?.asks === 'did' ? question.deed : question?.asks === 'line' ? null : question?.asks;
  const line = question?.line ? wordsOfLine(question.line.who) : {};
  const said = Object.entries({ days, km, tag, to: to?.id, note, asked })
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  return { ...line, ...(Object.fromEntries(said) as FormValues), ...thingOf(asked, question?.thing) };
}

/** A sentence as the form of its kind holds it; `is` is that kind. */
function wordsOfLine({ is, ...fields }: LineView['who']): FormValues {
  const said = Object.entries(fields).map(([name, value]) => [name, String(value)]);
  const kind = is === 'field' ? `field:${(fields as { field: string }).field}` : is;
  return { ...(Object.fromEntries(said) as FormValues), lineKind: kind };
}

function thingOf(asked: string | null | undefined, thing: string | null | undefined): FormValues {
  return asked && isOfThing(asked) && thing ? { [`${asked}Thing`]: thing } : {};
}
