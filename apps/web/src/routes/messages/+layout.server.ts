import { call } from '#lib/api/api.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { rows } = await call(event, 'GET /channels');
  return { channels: rows };
};
