import type { OwnRecord } from '@groundwork/features/people/contract';
import { call, pass, show } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { ApiRefusal } from '#lib/api/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  try {
    const answer = await pass(event, 'GET /own-records/:sealed', event.params);
    const [{ rows: values }, looks] = await Promise.all([
      call(event, 'GET /own-records/:sealed/field-values', event.params),
      call(event, 'GET /own-records/:sealed/looks', event.params),
    ]);
    return { record: (await answer.json()) as OwnRecord, values, looks, sealed: event.params.sealed };
  } catch (refusal) {
    // Right after erasing, the link that was just used has nothing left to show.
    if (refusal instanceof ApiRefusal && refusal.status === 404 && event.request.method === 'POST')
      return { record: null, values: [], looks: null, sealed: event.params.sealed };
    return show(refusal, event);
  }
};

export const actions: Actions = {
  correct: (event) =>
    act(event, async ({ name, pronouns, language, phone, street, postcode, city, region, country }) => {
      await call(event, 'PATCH /own-records/:sealed', event.params, {
        ...{ name, pronouns, language, phone },
        ...{ street, postcode, city, region, country },
      });
      return { done: 'corrected' as const };
    }),
  answer: (event) =>
    act(event, async ({ way, purpose, given }) => {
      await call(event, 'PUT /own-records/:sealed/answer', event.params, { way, purpose, given });
      return { done: 'answered' as const };
    }),
  addEmail: (event) =>
    act(event, async ({ email = '' }) => {
      await call(event, 'POST /own-records/:sealed/emails', event.params, { email });
      return { done: 'email-asked' as const };
    }),
  firstEmail: (event) =>
    act(event, async ({ email = '' }) => {
      await call(event, 'PUT /own-records/:sealed/emails/first', event.params, { email });
      return { done: 'email-first' as const };
    }),
  removeEmail: (event) =>
    act(event, async ({ email = '' }) => {
      await call(event, 'PUT /own-records/:sealed/emails/removed', event.params, { email });
      return { done: 'email-removed' as const };
    }),
  erase: (event) =>
    act(event, async (typed, form) => {
      const leavesNoTrace = typed.leavesNoTrace === 'yes';
      await call(event, 'DELETE /own-records/:sealed', { ...event.params, leavesNoTrace });
      return { erasedFrom: typed.group ?? '', keepsNo: form.has('mail') && !leavesNoTrace };
    }),
};
