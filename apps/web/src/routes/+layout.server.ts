import { PUBLIC_URL } from '$app/env/private';
import { unsentForm } from '#lib/unsent/unsent.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { viewer, site, language, words, sent } }) => ({
  viewer,
  site,
  language,
  timeZone: words.timeZone,
  publicUrl: PUBLIC_URL,
  kept: sent ? unsentForm(sent) : null,
});
