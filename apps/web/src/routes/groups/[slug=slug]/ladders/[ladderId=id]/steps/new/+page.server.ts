import { act } from '#lib/api/forms.ts';
import { stepKindIn } from '#lib/ladders/kinds.ts';
import { addTypedStep, loadDraft, loadOffers } from '#lib/ladders/stepping.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const params = event.url.searchParams;
  const { group, ladder } = await loadDraft(event);
  const does = stepKindIn(params.get('does'));
  const [branch, side, before] = ['branch', 'side', 'before'].map((name) => params.get(name));
  const offers = await loadOffers(event, does, group.can.seeRoles);
  return {
    group,
    ladder,
    does,
    ...offers,
    place: { branch, side, before },
    typed: Object.fromEntries(params),
  };
};

export const actions: Actions = {
  save: (event) =>
    act(
      event,
      (typed) => addTypedStep(event, typed),
      (address) => address,
    ),
};
