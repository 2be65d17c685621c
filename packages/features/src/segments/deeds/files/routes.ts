import { CSV, deed, defineRoutes } from '../../../http.ts';
import { FileInput } from '../contract.ts';
import { askForFile, openDeedFile } from './actions.ts';
import { sent } from './sending.ts';

export const deedFileRoutes = defineRoutes({
  'PUT /groups/:slug/people-deeds/:deedId/file': deed(
    { who: 'account', body: FileInput, status: 202 },
    (ctx, { params, body }) => askForFile(ctx, params.slug, { ...params, ...body }),
  ),
  // A POST: asking for the file is on record.
  'POST /groups/:slug/people-deeds/:deedId/file-downloads': deed(
    { who: 'account', sends: CSV },
    async (ctx, { params }, reply) => sent(reply, await openDeedFile(ctx, params.slug, params.deedId)),
  ),
});
