import type { OwnSignature } from '@groundwork/features/campaigns/signatures/contract';
import type { RsvpAccepted, SignerRsvpList } from '@groundwork/features/events/rsvps/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import { listNext } from '#lib/campaigns/next-event.server.ts';
import { thanksFor } from '#lib/events/thanks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // One person's page: neither this server nor a library's browser may keep it.
  event.setHeaders({ 'cache-control': 'no-store' });
  const signature = await api(event).get<OwnSignature>(pathOf(event), FRESH);
  const { rows: answers } = await api(event).get<SignerRsvpList>(at`${pathOf(event)}/rsvps`, FRESH);
  const answered = answers.map((answer) => answer.event);
  return { signature, answered, ...(await listNext(event, signature.campaign.id, answered)) };
};

export const actions: Actions = {
  confirm: (event) =>
    act(event, () => api(event).put(at`${pathOf(event)}/confirmation`, undefined, { twice: true })),
  withdraw: (event) => act(event, () => api(event).delete(pathOf(event))),
  come: async (event) => {
    const form = await event.request.formData();
    const { event: slug = '' } = words(form);
    let accepted: RsvpAccepted;
    try {
      accepted = await api(event).post<RsvpAccepted>(
        at`${pathOf(event)}/rsvps`,
        { event: slug },
        { twice: true },
      );
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, thanksFor(slug, accepted));
  },
};

/** Headers of its own keep an answer out of what strangers share. */
const FRESH = { headers: { 'cache-control': 'no-cache' } };

function pathOf(event: RequestEvent) {
  return at`/signatures/${event.params.token}`;
}

async function act(event: RequestEvent, deed: () => Promise<unknown>) {
  try {
    await deed();
  } catch (error) {
    return refused(error, new FormData());
  }
  redirect(303, event.url.pathname);
}
