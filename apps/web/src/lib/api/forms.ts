import type { ProofChallenge } from '@groundwork/features/limits/contract';
import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { Refusal } from './refusal.ts';

/** What a page gets back when its form was refused: what to say, where, and what had been typed. */
export type Refused = {
  message: string;
  code: string;
  fields: Record<string, string>;
  values: Record<string, string>;
  /** Work to do before it is sent again. */
  challenge?: ProofChallenge | undefined;
};

/**
 * For the catch of a form action: `catch (error) { return refused(error, form) }`. Anything but a refusal is
 * thrown on. Passwords and files are not sent back; everything else typed is.
 */
export function refused(error: unknown, form: FormData): ActionFailure<Refused> {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === 'sign-in-needed') redirect(303, error.signInPath);
  const fields = Object.fromEntries(error.fields.map(({ name, message }) => [name, message]));
  const { detail: message, code, challenge } = error;
  return fail(error.status, { message, code, fields, values: typed(form), challenge });
}

function typed(form: FormData): Record<string, string> {
  const words = [...form].filter(
    ([name, value]) => typeof value === 'string' && !/password|code|token/i.test(name),
  );
  return Object.fromEntries(words.map(([name, value]) => [name, String(value)]));
}

/** A form's words as a plain object, trimmed; the same name twice gives the last. Passwords stay as typed. */
export function words(form: FormData): Record<string, string> {
  const entries = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(
    entries.map(([name, value]) => [name, /password/i.test(name) ? value : value.trim()]),
  );
}
