import { deed, defineRoutes } from '../http.ts';
import { closeListing, editListing, putUpListing, reopenListing } from './actions.ts';
import { answerRoutes } from './answers/routes.ts';
import {
  ListingChange,
  ListingPage,
  ListingReopening,
  ListingsQuery,
  ListingView,
  MadeListing,
  NewListing,
  OwnListingPage,
  OwnListingsQuery,
} from './contract.ts';
import { listingExportRoutes } from './exports/routes.ts';
import { findOwnCircles, findWholeListing, listListings, listOwnListings } from './queries.ts';
import { listingRow, listingView, ownListing } from './views.ts';

const listingRoutes = defineRoutes({
  'GET /listings': deed(
    { who: 'anyone', query: ListingsQuery, answers: ListingPage },
    async (ctx, { query }) => {
      const circlesAsked = query.group === undefined ? findOwnCircles(ctx) : { coalitions: [], mayList: [] };
      const [{ rows, next }, circles] = await Promise.all([listListings(ctx, query), circlesAsked]);
      return { rows: rows.map(listingRow), next, ...circles };
    },
  ),
  'GET /listings/:id': deed({ who: 'anyone', answers: ListingView }, async (ctx, { params }) =>
    listingView(await findWholeListing(ctx, params.id)),
  ),
  'PATCH /listings/:id': deed({ who: 'account', body: ListingChange }, (ctx, { params, body }) =>
    editListing(ctx, params.id, body),
  ),
  'PUT /listings/:id/closing': deed({ who: 'account' }, (ctx, { params }) => closeListing(ctx, params.id)),
  'PUT /listings/:id/reopening': deed({ who: 'account', body: ListingReopening }, (ctx, { params, body }) =>
    reopenListing(ctx, params.id, body.endsOn),
  ),
  'GET /groups/:slug/listings': deed(
    { who: 'account', query: OwnListingsQuery, answers: OwnListingPage },
    async (ctx, { params, query }) => {
      const { rows, ...rest } = await listOwnListings(ctx, params.slug, query);
      return { rows: rows.map(ownListing), ...rest };
    },
  ),
  'POST /groups/:slug/listings': deed(
    { who: 'account', body: NewListing, answers: MadeListing, status: 201 },
    (ctx, { params, body }) => putUpListing(ctx, params.slug, body),
  ),
});

export const directoryRoutes = { ...listingRoutes, ...answerRoutes, ...listingExportRoutes };
