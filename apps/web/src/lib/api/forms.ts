import type { ProofChallenge } from '@groundwork/features/limits/contract';
import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { isPassword } from '#lib/unsent/unsent.ts';
import { ApiRefusal } from './refusal.ts';
import { leadToSignIn } from './sign-in.ts';

/** What a page gets back when its form was refused: what to say, where, and what had been typed. */
export type RefusedForm = {
  message: string;
  code: string;
  fields: Record<string, string>;
  values: Record<string, string>;
  /** Beside a field, the path of what its sentence is about. */
  links?: Record<string, string>;
  /** Work to do before it is sent again. */
  challenge?: ProofChallenge | undefined;
};

/** What a form said: a word for each of its fields. */
export type FormValues = Record<string, string>;

/**
 * Does what a form asks for, in an action: `act(event, ({ reason }) => call(event, ...), '?done')`. Leads on to `next`: a
 * path, or what comes after the page's own; where there is none, the page gets what the deed gives. A refused form comes
 * back as it was typed.
 */
export async function act<Outcome>(
  event: RequestEvent,
  deed: (typed: FormValues, form: FormData) => Promise<Outcome>,
): Promise<Outcome | ActionFailure<RefusedForm>>;
export async function act<Outcome>(
  event: RequestEvent,
  deed: (typed: FormValues, form: FormData) => Promise<Outcome>,
  next: string | ((outcome: Outcome, typed: FormValues) => string),
): Promise<ActionFailure<RefusedForm>>;
export async function act<Outcome>(
  event: RequestEvent,
  deed: (typed: FormValues, form: FormData) => Promise<Outcome>,
  next?: string | ((outcome: Outcome, typed: FormValues) => string),
) {
  const form = await event.request.formData();
  const typed = words(form);
  let outcome: Outcome;
  event.locals.isActing = true;
  try {
    outcome = await deed(typed, form);
  } catch (error) {
    return refusedForm(error, form, event);
  } finally {
    event.locals.isActing = false;
  }
  if (next === undefined) return outcome;
  const to = typeof next === 'string' ? next : next(outcome, typed);
  redirect(303, to.startsWith('/') ? to : event.url.pathname + to);
}

/** Anything but a refusal is thrown on. Passwords and files are not sent back; everything else typed is. */
function refusedForm(error: unknown, form: FormData, event: RequestEvent): ActionFailure<RefusedForm> {
  if (!(error instanceof ApiRefusal)) throw error;
  if (error.code === 'sign-in-needed') leadToSignIn(event);
  const fields = Object.fromEntries(error.fields.map(({ name, message }) => [name, message]));
  const links = Object.fromEntries(error.fields.flatMap(({ name, link }) => (link ? [[name, link]] : [])));
  const { detail: message, code, challenge } = error;
  return fail(error.status, { message, code, fields, values: shownAgain(form), links, challenge });
}

function shownAgain(form: FormData): FormValues {
  const words = [...form].filter(([name, value]) => typeof value === 'string' && !isPassword(name));
  return Object.fromEntries(words.map(([name, value]) => [name, String(value)]));
}

/**
 * What the fields say that are named alike, `answer-0` and `answer-1`, in their order. Fields of one name would come back as one
 * when their form is refused.
 */
export function valuesOf(typed: FormValues, name: string): string[] {
  return Object.entries(typed).flatMap(([field, value]) => (field.startsWith(`${name}-`) ? [value] : []));
}

/** A form's words as a plain object, trimmed; the same name twice gives the last. Passwords stay as typed. */
export function words(form: FormData): FormValues {
  const entries = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries.map(([name, value]) => [name, isPassword(name) ? value : value.trim()]));
}
