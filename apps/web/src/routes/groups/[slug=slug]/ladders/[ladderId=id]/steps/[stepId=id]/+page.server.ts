import { error, redirect } from '@sveltejs/kit';
import { act } from '#lib/api/forms.ts';
import { changeTypedStep, loadDraft, loadOffers } from '#lib/ladders/stepping.server.ts';
import { valuesOfStep } from '#lib/ladders/typed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, stepId } = event.params;
  const { group, ladder } = await loadDraft(event);
  const step = ladder.steps.find(({ id }) => id === stepId);
  if (!step) error(404, event.locals.words.t('error.not-found'));
  // Of a letter there is nothing to say but what it says.
  if (step.does === 'send' && step.letter) redirect(303, `/groups/${slug}/mailings/${step.letter.id}`);
  const offers = await loadOffers(event, step.does, group.can.seeRoles);
  const typed = { ...valuesOfStep(step), ...Object.fromEntries(event.url.searchParams) };
  return { group, ladder, step, does: step.does, ...offers, typed };
};

export const actions: Actions = {
  save: (event) =>
    act(
      event,
      (typed) => changeTypedStep(event, typed),
      (address) => address,
    ),
};
