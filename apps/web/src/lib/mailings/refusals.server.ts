import { isHttpError } from '@sveltejs/kit';

/** What was asked for, or null where the answer is one of these statuses; any other refusal stays one. */
export async function nullFor<T>(statuses: number[], asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (refusal) {
    if (isHttpError(refusal) && statuses.includes(refusal.status)) return null;
    throw refusal;
  }
}
