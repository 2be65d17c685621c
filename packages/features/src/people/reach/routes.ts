import { deed, defineRoutes } from '../../http.ts';
import { allowed } from '../../policy.ts';
import { peoplePolicy } from '../policy.ts';
import { keepPoint, removePoint, setAddress } from './actions.ts';
import {
  PointAsked,
  PointKept,
  PointRemoved,
  PostalAddress,
  Reach,
  SpokenAnswer,
  SpokenUndone,
} from './contract.ts';
import { findReach } from './queries.ts';
import { refuseSharing, undoRefusedSharing } from './sharing.ts';
import { recordSpoken, setDoNotContact, undoSpoken } from './spoken.ts';

/** How a person is reached, and what they said to that. Emails and phones stand in bodies, never in addresses. */
export const reachRoutes = defineRoutes({
  'GET /groups/:slug/people/:personId/reach': deed(
    { who: 'account', answers: Reach },
    async (ctx, { params }) => {
      const { group, ...reach } = await findReach(ctx, params.slug, params.personId);
      return { ...reach, can: allowed(peoplePolicy, group) };
    },
  ),
  'PUT /groups/:slug/people/:personId/contact-points': deed(
    { who: 'account', body: PointKept },
    (ctx, { params, body }) => keepPoint(ctx, params.slug, params.personId, body),
  ),
  'PUT /groups/:slug/people/:personId/contact-points/removed': deed(
    { who: 'account', body: PointAsked, answers: PointRemoved },
    (ctx, { params, body }) => removePoint(ctx, params.slug, params.personId, body),
  ),
  'PUT /groups/:slug/people/:personId/address': deed(
    { who: 'account', body: PostalAddress },
    (ctx, { params, body }) => setAddress(ctx, params.slug, params.personId, body),
  ),
  'PUT /groups/:slug/people/:personId/spoken-answer': deed(
    { who: 'account', body: SpokenAnswer },
    (ctx, { params, body }) => recordSpoken(ctx, params.slug, params.personId, body),
  ),
  'DELETE /groups/:slug/people/:personId/spoken-answer': deed(
    { who: 'account', query: SpokenUndone },
    (ctx, { params, query }) => undoSpoken(ctx, params.slug, params.personId, query),
  ),
  'PUT /groups/:slug/people/:personId/do-not-contact': deed({ who: 'account' }, (ctx, { params }) =>
    setDoNotContact(ctx, params.slug, params.personId, true),
  ),
  'DELETE /groups/:slug/people/:personId/do-not-contact': deed({ who: 'account' }, (ctx, { params }) =>
    setDoNotContact(ctx, params.slug, params.personId, false),
  ),
  'PUT /groups/:slug/people/:personId/do-not-share': deed({ who: 'account' }, (ctx, { params }) =>
    refuseSharing(ctx, params.slug, params.personId),
  ),
  'DELETE /groups/:slug/people/:personId/do-not-share': deed({ who: 'account' }, (ctx, { params }) =>
    undoRefusedSharing(ctx, params.slug, params.personId),
  ),
});
