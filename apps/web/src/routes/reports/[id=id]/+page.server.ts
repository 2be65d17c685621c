import type { ReportView } from '@groundwork/features/reports/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused, words } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['hide', 'remove', 'dismiss', 'reopened'] as const;

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams.get('done');
  return {
    report: await api(event).get<ReportView>(pathOf(event)),
    done: DONE.find((done) => done === asked) ?? null,
  };
};

export const actions: Actions = {
  decide: (event) =>
    done(event, async ({ deed = '', reason = '' }) => {
      await api(event).put(at`${pathOf(event)}/decision`, { deed, reason });
      return deed;
    }),
  reopen: (event) =>
    done(event, async () => {
      await api(event).delete(at`${pathOf(event)}/decision`);
      return 'reopened';
    }),
};

type Event = RequestEvent<{ id: string }>;
async function done(event: Event, deed: (typed: Record<string, string>) => Promise<string>) {
  const form = await event.request.formData();
  let what: string;
  try {
    what = await deed(words(form));
  } catch (error) {
    return refused(error, form);
  }
  redirect(303, `?done=${encodeURIComponent(what)}`);
}

function pathOf({ params }: { params: { id: string } }) {
  return at`/reports/${params.id}`;
}
