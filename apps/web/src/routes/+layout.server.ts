import { PUBLIC_URL } from '$app/env/private';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { viewer, site, language, words } }) => ({
  viewer,
  site,
  language,
  timeZone: words.timeZone,
  publicUrl: PUBLIC_URL,
});
