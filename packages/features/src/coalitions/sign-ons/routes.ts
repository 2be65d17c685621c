import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { pictureView } from '../../site/views.ts';
import { signOn, takeBackSignOn } from './actions.ts';
import { NewSignOn, OwnSignOns, SignOnPage } from './contract.ts';
import { listOwnSignOns, listSignOns } from './queries.ts';

/** Organizations that sign a letter, each only through its own group. */
export const signOnRoutes = defineRoutes({
  'GET /campaigns/:slug/sign-ons': deed(
    { who: 'anyone', query: PageQuery, answers: SignOnPage },
    async (ctx, { params, query }) => {
      const { rows, next } = await listSignOns(ctx, params.slug, query);
      return {
        rows: rows.map(({ pictureKey, ...row }) => ({ ...row, logo: pictureView(pictureKey) })),
        next,
      };
    },
  ),
  'GET /campaigns/:slug/sign-ons/own': deed(
    { who: 'account', answers: OwnSignOns },
    async (ctx, { params }) => {
      const { rows, ...letter } = await listOwnSignOns(ctx, params.slug);
      return {
        ...letter,
        rows: rows.map(({ pictureKey, ...row }) => ({ ...row, picture: pictureView(pictureKey) })),
      };
    },
  ),
  'PUT /groups/:slug/sign-ons/:campaign': deed({ who: 'account', body: NewSignOn }, (ctx, { params, body }) =>
    signOn(ctx, { groupSlug: params.slug, slug: params.campaign }, body),
  ),
  'DELETE /groups/:slug/sign-ons/:campaign': deed({ who: 'account' }, (ctx, { params }) =>
    takeBackSignOn(ctx, { groupSlug: params.slug, slug: params.campaign }),
  ),
});
