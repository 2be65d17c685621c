import { isLanguage } from '@groundwork/words';
import { call } from '#lib/api/api.server.ts';
import { act, words } from '#lib/api/forms.ts';
import { chosenLines, listChoices } from '#lib/mailings/choosing.server.ts';
import { countSoon, previewSoon } from '#lib/mailings/counting.server.ts';
import { standingActions } from '#lib/mailings/standing.server.ts';
import { saveText } from '#lib/mailings/writing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  event.setHeaders({ 'cache-control': 'no-store' });
  const { searchParams } = event.url;
  const mailing = await call(event, 'GET /groups/:slug/mailings/:mailingId', event.params);
  const { languages } = event.locals.site;
  const asked = searchParams.get('language');
  const [first] = mailing.texts;
  const wanted = isLanguage(asked) && languages.includes(asked) ? asked : null;
  const isOpen = mailing.state === 'draft';
  const [group, counted, choices, colleagues, previewed] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    isOpen || mailing.state === 'waiting'
      ? countSoon(event, searchParams.has('count'))
      : { reach: null, checks: null },
    mailing.can.write ? listChoices(event) : null,
    mailing.can.write ? call(event, 'GET /groups/:slug/mailing-colleagues', { slug }) : { rows: [] },
    (wanted ?? first) ? previewSoon(event, wanted ?? first?.language ?? 'en') : null,
  ]);
  return {
    ...{ group, mailing, ...counted, choices, languages },
    preview: previewed,
    language: wanted ?? first?.language ?? group.language,
    colleagues: colleagues.rows,
    isDark: searchParams.has('dark'),
    done: searchParams.get('done'),
    viewerName: event.locals.viewer?.name ?? '',
    now: Date.now(),
  };
};

export const actions: Actions = {
  choose: (event) =>
    act(
      event,
      (typed) =>
        call(event, 'PUT /groups/:slug/mailings/:mailingId/audience', event.params, {
          lines: chosenLines(typed),
          purpose: typed.purpose,
        }),
      '#whom',
    ),
  /** Lines that were put together on the page of people; what it is about stays. */
  chooseLines: (event) =>
    act(
      event,
      async ({ lines }) => {
        const { purpose } = await call(event, 'GET /groups/:slug/mailings/:mailingId', event.params);
        const name = 'PUT /groups/:slug/mailings/:mailingId/audience' as const;
        return call(event, name, event.params, { lines, purpose });
      },
      '#whom',
    ),
  write: (event) =>
    act(
      event,
      (typed, form) => saveText(event, typed, form),
      (language) => `?language=${language}#what`,
    ),
  removeText: (event) =>
    act(
      event,
      ({ language }) =>
        call(event, 'DELETE /groups/:slug/mailings/:mailingId/texts/:language', {
          ...event.params,
          language,
        }),
      '#what',
    ),
  try: (event) =>
    act(
      event,
      (typed, form) =>
        call(event, 'POST /groups/:slug/mailings/:mailingId/trials', event.params, {
          language: words(form).language,
          to: form.getAll('to').map(String),
        }),
      (_sent, { language }) => `?language=${language}&done=tried#check`,
    ),
  // Without a way on: what the links answer is known to the page that answers, and kept nowhere.
  tryLinks: (event) =>
    act(event, async () => {
      const name = 'POST /groups/:slug/mailings/:mailingId/link-trials' as const;
      const options = { timeoutMilliseconds: 30_000 };
      return { tried: (await call(event, name, event.params, undefined, options)).rows };
    }),
  ...standingActions,
};
