import { isLanguage } from '@groundwork/words/languages';
import { findMoveOfPage } from '#lib/moves/moves.server.ts';
import { catalogOf } from '#lib/words/catalogs.ts';
import { wordsFor } from '#lib/words/words.ts';
import type { PageServerLoad } from './$types';

/** In the language of those who read it on a wall: `?language=es`, or what the group writes in. */
export const load: PageServerLoad = async (event) => {
  const { group, move } = await findMoveOfPage(event);
  const asked = event.url.searchParams.get('language');
  const language = isLanguage(asked) ? asked : group.language;
  const { t, date } = wordsFor(language, group.timeZone, await catalogOf(language));
  const lines = [t('moves.poster.from', { place: move.name })];
  if (move.silentOn) lines.push(t('moves.poster.day', { day: date(move.silentOn) }));
  return { group, move, language, title: t('moves.poster.title'), lines, callOver: t('moves.poster.call') };
};
