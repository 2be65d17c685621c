import { valuesOf, type FormValues } from '#lib/api/forms.ts';

/** The slugs of the groups to which a form with ShareBoxes.svelte said yes. */
export function sharesIn(typed: FormValues): string[] {
  return typed.any === 'yes' ? valuesOf(typed, 'among') : valuesOf(typed, 'share');
}
