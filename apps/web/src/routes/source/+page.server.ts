import { SOURCE_URL } from '$app/env/private';
import { version } from '../../../../../package.json';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ version, sourceUrl: SOURCE_URL ?? null });
