import { loadFront } from '#lib/home/front.server.ts';
import type { PageServerLoad } from './$types';

/** The front page at an address of its own, for whoever is signed in too. */
export const load: PageServerLoad = (event) => loadFront(event);
