import type { SiteStatus } from '@groundwork/features/stewardship/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import { version } from '../../../../../package.json';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  status: await api(event).get<SiteStatus>(at`/site/status`),
  version,
});
