import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { listCarried } from '#lib/campaigns/carried.server.ts';
import type { FormValues } from '#lib/api/forms.ts';
import { MOST_OFFERED } from '#lib/segments/kinds.ts';

type Event = RequestEvent<{ slug: string }>;

/** What a mailing or a ladder can be for, and tell of: the group's own, and the campaigns it stands with. */
export async function listChoices(event: Event) {
  const { slug } = event.params;
  const none = () => ({ rows: [] });
  const [segments, lists, campaigns, events] = await Promise.all([
    call(event, 'GET /groups/:slug/segments', { slug }).catch(none),
    call(event, 'GET /groups/:slug/lists', { slug }).catch(none),
    listCarried(event, slug, { limit: MOST_OFFERED }),
    call(event, 'GET /groups/:slug/events', { slug, limit: MOST_OFFERED }),
  ]);
  const now = Date.now();
  const out = events.rows.filter(({ state }) => state !== 'draft');
  const [coming, past] = [true, false].map((isComing) =>
    out.filter(({ endsAt }) => new Date(endsAt).getTime() >= now === isComing),
  );
  const petitions = campaigns.filter(({ state }) => state !== 'draft');
  return {
    segment: segments.rows.map(({ id, name }) => ({ value: id, label: name })),
    list: lists.rows.map(({ id, name }) => ({ value: id, label: name })),
    signed: petitions.map(({ id, title }) => ({ value: id, label: title })),
    coming: (coming ?? []).map(({ id, title }) => ({ value: id, label: title })),
    came: (past ?? []).map(({ id, title }) => ({ value: id, label: title })),
    /** By their slugs, for the blocks of a mail. */
    events: (coming ?? []).map(({ slug, title }) => ({ value: slug, label: title })),
    petitions: petitions.map(({ slug, title }) => ({ value: slug, label: title })),
  };
}
export type MailingChoices = Awaited<ReturnType<typeof listChoices>>;

/** The lines that were chosen, as they are written; undefined where nothing was. */
export function chosenLines(typed: FormValues): string | undefined {
  const { whom = '' } = typed;
  if (whom === 'all') return '';
  if (whom === 'member') return 'add:member';
  const named = LINE_OF.find(([kind]) => kind === whom);
  return named && `add:${named[1]}=${typed[whom] ?? ''}`;
}

const LINE_OF = [
  ['segment', 'within:segment'],
  ['list', 'listed:list'],
  ['signed', 'signed:campaign'],
  ['coming', 'coming:event'],
  ['came', 'came:event'],
] as const;
