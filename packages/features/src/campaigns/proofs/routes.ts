import { attached, deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { takeCountProof } from './actions.ts';
import { CountProofAsked, CountProofPage } from './contract.ts';
import { listCountProofs, openProofFile } from './queries.ts';

/** A list of a large campaign is some megabytes, and a household needs one or two. */
const LISTS = { name: 'campaigns.proof-files', count: 30, minutes: 10 } as const;

export const countProofRoutes = defineRoutes({
  'GET /campaigns/:slug/proofs': deed(
    { who: 'anyone', query: PageQuery, answers: CountProofPage },
    (ctx, { params, query }) => listCountProofs(ctx, params.slug, query),
  ),
  'POST /campaigns/:slug/proofs': deed(
    { who: 'account', answers: CountProofAsked, status: 202 },
    (ctx, { params }) => takeCountProof(ctx, params.slug),
  ),
  'GET /campaigns/:slug/proofs/:id.txt': deed(
    { who: 'anyone', limit: LISTS, sends: 'text/plain; charset=utf-8' },
    async (ctx, { params }, reply) => attached(reply, await openProofFile(ctx, params.slug, params.id)),
  ),
});
