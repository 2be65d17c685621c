/** Fills in the browser's own zone where nobody has said one yet. */
const field = document.querySelector<HTMLInputElement>('input[name="timeZone"]');
// eslint-disable-next-line no-restricted-properties -- asked for its zone, not for a date
if (field?.value === '') field.value = new Intl.DateTimeFormat().resolvedOptions().timeZone;

export {};
