import type { RulesView } from '@groundwork/features/site/contract';
import { api } from '#lib/api/api.server.ts';
import { at } from '#lib/api/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  rules: await api(event).get<RulesView>(at`/site/rules`),
});
