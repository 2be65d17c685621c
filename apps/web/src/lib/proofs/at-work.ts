// The one script of a form that asks for work: does it, and sends the form as it then stands. Without it, or where the
// browser keeps crypto.subtle to itself (http on a LAN), the form says how it is sent all the same.
import type { ProofChallenge } from '@groundwork/features/limits/contract';
import { solve } from './solving.ts';

const box = document.querySelector<HTMLElement>('[data-challenge]');
const field = document.querySelector<HTMLInputElement>('input[name="proof"]');
const form = field?.form;
// A browser that hides it has none, whatever the types say.
const subtle = crypto.subtle as SubtleCrypto | undefined;
if (box && field && form && subtle) void work({ box, field, form });

async function work({ box, field, form }: Page) {
  const part = (name: string) => box.querySelector<HTMLElement>(`[data-${name}]`);
  const bar = box.querySelector('progress');
  const challenge = JSON.parse(box.dataset.challenge ?? '') as ProofChallenge;
  // It goes by itself soon, so pressing again does nothing; going without it does.
  const wait = (event: SubmitEvent) => {
    if (event.submitter?.getAttribute('name') !== 'proof') event.preventDefault();
  };
  form.addEventListener('submit', wait);
  part('unable')?.toggleAttribute('hidden', true);
  part('working')?.toggleAttribute('hidden', false);
  // Going to the form's anchor takes the focus away, and comes last.
  if (document.readyState === 'complete') box.focus();
  else addEventListener('load', () => box.focus());
  const solution = await solve(challenge, (tried) => bar && (bar.value = tried));
  form.removeEventListener('submit', wait);
  if (!solution) return;
  part('said')?.replaceChildren(box.dataset.done ?? '');
  field.value = btoa(JSON.stringify({ challenge, solution }));
  field.disabled = false;
  form.requestSubmit();
}
type Page = { box: HTMLElement; field: HTMLInputElement; form: HTMLFormElement };
