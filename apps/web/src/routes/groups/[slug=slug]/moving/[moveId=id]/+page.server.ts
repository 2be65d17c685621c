import { dayIn } from '@groundwork/words/dates';
import { languages } from '@groundwork/words/languages';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import { findMoveOfPage, placeOf } from '#lib/moves/moves.server.ts';
import { stepsUntil } from '#lib/moves/steps.ts';
import { suggestedText } from '#lib/moves/suggested-text.ts';
import { catalogOf } from '#lib/words/catalogs.ts';
import { wordsFor } from '#lib/words/words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { group, move, can } = await findMoveOfPage(event);
  const texts = await Promise.all(
    languages.map(async (language) => {
      const kept = move.texts.find((one) => one.language === language)?.text;
      const words = wordsFor(language, group.timeZone, await catalogOf(language));
      const leaving = { group: group.name, url: move.link.url, silentOn: move.silentOn };
      return { language, text: kept ?? suggestedText(words, leaving), isKept: kept !== undefined };
    }),
  );
  const steps = stepsUntil(move.silentOn, dayIn(Date.now(), group.timeZone));
  return { group, move, can, texts, steps, done: event.url.searchParams.get('done') };
};

export const actions: Actions = {
  change: (event) =>
    act(
      event,
      (typed) => call(event, 'PUT /groups/:slug/moves/:moveId', event.params, placeOf(typed)),
      '?done=saved',
    ),
  write: (event) =>
    act(
      event,
      ({ language = '', text }) =>
        call(
          event,
          'PUT /groups/:slug/moves/:moveId/texts/:language',
          { ...event.params, language },
          { text },
        ),
      (_, { language }) => `?done=text#text-${language}`,
    ),
  end: (event) =>
    act(event, () => call(event, 'PUT /groups/:slug/moves/:moveId/ending', event.params), '?done=saved'),
  resume: (event) =>
    act(event, () => call(event, 'DELETE /groups/:slug/moves/:moveId/ending', event.params), '?done=saved'),
  remove: (event) =>
    act(
      event,
      () => call(event, 'DELETE /groups/:slug/moves/:moveId', event.params),
      () => `/groups/${event.params.slug}/moving?removed`,
    ),
};
