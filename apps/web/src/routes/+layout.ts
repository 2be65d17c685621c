import { catalogOf } from '#lib/words/catalogs.ts';
import type { LayoutLoad } from './$types';

/** Pages are HTML and forms. One that must be live says `export const csr = true` in its own +page.ts. */
export const csr = false;

export const load: LayoutLoad = async ({ data }) => ({ ...data, catalog: await catalogOf(data.language) });
