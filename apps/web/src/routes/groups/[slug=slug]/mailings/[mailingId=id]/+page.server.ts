import { isLanguage } from '@groundwork/words';
import { call } from '#lib/api/api.server.ts';
import { act, words } from '#lib/api/forms.ts';
import { chosenLines, listChoices } from '#lib/mailings/choosing.server.ts';
import { checkSoon, countSoon, previewSoon } from '#lib/mailings/counting.server.ts';
import { standingActions } from '#lib/mailings/standing.server.ts';
import { nullFor } from '#lib/mailings/refusals.server.ts';
import { resultsSoon } from '#lib/mailings/results.server.ts';
import { whichAddress } from '#lib/mailings/variants.ts';
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
  const named = searchParams.get('variant');
  const variant = mailing.variants.find((one) => one === named) ?? 'a';
  const isOpen = mailing.state === 'draft';
  const isWaitedFor = searchParams.has('count');
  const { ladderId } = mailing;
  const isCounted = isOpen || mailing.state === 'waiting' || (ladderId !== null && mailing.can.write);
  const count = ladderId === null ? countSoon : checkSoon;
  const [group, ladder, counted, choices, colleagues, previewed, results] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    ladderId && nullFor([404], call(event, 'GET /groups/:slug/ladders/:ladderId', { slug, ladderId })),
    isCounted ? count(event, isWaitedFor) : { reach: null, checks: null },
    mailing.can.write ? listChoices(event) : null,
    mailing.can.write ? call(event, 'GET /groups/:slug/mailing-colleagues', { slug }) : { rows: [] },
    (wanted ?? first) ? previewSoon(event, { variant, language: wanted ?? first?.language ?? 'en' }) : null,
    mailing.hasResults ? resultsSoon(event, isWaitedFor) : null,
  ]);
  return {
    ...{ group, mailing, ...counted, choices, languages },
    ladderName: ladder ? ladder.name : null,
    preview: previewed,
    ...{ variant, results },
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
      (which) => `${whichAddress(which)}#what`,
    ),
  removeText: (event) =>
    act(
      event,
      ({ variant, language }) =>
        call(event, 'DELETE /groups/:slug/mailings/:mailingId/texts/:language', {
          ...event.params,
          language,
          variant,
        }),
      (_removed, { variant = '' }) => `?${new URLSearchParams({ variant }).toString()}#what`,
    ),
  try: (event) =>
    act(
      event,
      (typed, form) =>
        call(event, 'POST /groups/:slug/mailings/:mailingId/trials', event.params, {
          language: words(form).language,
          variant: words(form).variant,
          to: form.getAll('to').map(String),
        }),
      (_sent, { language = '', variant = '' }) =>
        `?${new URLSearchParams({ language, variant, done: 'tried' }).toString()}#check`,
    ),
  // Without a way on: what the links answer is known to the page that answers, and kept nowhere.
  tryLinks: (event) =>
    act(event, async () => {
      const name = 'POST /groups/:slug/mailings/:mailingId/link-trials' as const;
      const options = { timeoutMilliseconds: 30_000 };
      return { tried: (await call(event, name, event.params, undefined, options)).rows };
    }),
  addVariant: (event) =>
    act(
      event,
      () => call(event, 'POST /groups/:slug/mailings/:mailingId/variants', event.params),
      ({ variant }) => `?variant=${variant}#what`,
    ),
  dropVariant: (event) =>
    act(
      event,
      ({ variant }) =>
        call(event, 'DELETE /groups/:slug/mailings/:mailingId/variants/:variant', {
          ...event.params,
          variant,
        }),
      '#what',
    ),
  setExperiment: (event) =>
    act(
      event,
      ({ question, deed, days, usualOf100, worthOf100, isShared }) =>
        call(event, 'PUT /groups/:slug/mailings/:mailingId/experiment', event.params, {
          ...{ question, deed, days, isShared: isShared === 'yes' },
          ...{ usualOf1000: ofThousand(usualOf100), worthOf1000: ofThousand(worthOf100) },
        }),
      (_set, { variant = '', language = '' }) =>
        `?${new URLSearchParams({ variant, language }).toString()}#experiment`,
    ),
  endSharing: (event) =>
    act(
      event,
      () => call(event, 'DELETE /groups/:slug/mailings/:mailingId/experiment/sharing', event.params),
      '#what',
    ),
  ...standingActions,
};

/** What was typed as so many of a hundred; what is no number is left to the api. */
function ofThousand(typed = ''): number | string {
  const number = Number(typed.replace(',', '.'));
  return typed.trim() === '' || Number.isNaN(number) ? typed : Math.round(number * 10);
}
