import { aCoalition, joinCoalition } from '../coalitions/fixtures.ts';
import { aGroup } from '../groups/fixtures.ts';
import type { Access } from '../testing/access.ts';
import { aListing, aListingAnswer, aNeed, dayAhead } from './fixtures.ts';
import type { directoryRoutes } from './routes.ts';

/** The listing is for the groups of a coalition that the group is in: whoever is in none of them finds none of it. */
export const directoryAccess: Access<typeof directoryRoutes> = {
  expected: {
    'GET /listings': '200 200 200 200 200 200 200 200',
    'GET /listings/:id': '404 404 200 200 200 404 404 404',
    'PATCH /listings/:id': '401 404 403 204 204 404 404 404',
    'PUT /listings/:id/closing': '401 404 403 204 204 404 404 404',
    'PUT /listings/:id/reopening': '401 404 403 204 204 404 404 404',
    'GET /groups/:slug/listings': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/listings': '401 403 403 201 201 403 403 403 | 401 404 403 201 201 404 404 404',
    'POST /groups/:slug/listings/exports':
      '401 403 403 403 200 403 403 403 | 401 404 403 403 200 404 404 404',
    'GET /listings/:id/answers': '401 404 200 200 200 404 404 404',
    'POST /listings/:id/answers': '401 404 403 201 201 404 404 404',
    'PUT /listings/:id/answers/:answerId/decision': '401 404 404 204 204 404 404 404',
    'PUT /listings/:id/answers/:answerId/fulfilment': '401 404 404 204 204 404 404 404',
    'DELETE /listings/:id/answers/:answerId': '401 404 404 204 204 404 404 404',
    'GET /groups/:slug/listing-answers': '401 404 404 200 200 404 404 404',
  },
  async furnish(site, { group }) {
    const coalition = await aCoalition(site, { home: group, name: 'For the directory' });
    const beside = await aGroup(site, { name: 'Beside, with a van' });
    await joinCoalition(site, coalition, beside);
    const among = { coalition: coalition.slug };
    const [own, taken, theirs, answered] = [
      await aListing(site, group, among),
      await aListing(site, group, among),
      await aListing(site, beside, among),
      await aListing(site, beside, among),
    ];
    const waiting = await aListingAnswer(site, own, beside);
    const agreed = await aListingAnswer(site, taken, beside);
    await site.as(group.steward).put(`${agreed.path}/decision`, { decision: 'taken' });
    const given = await aListingAnswer(site, answered, group);
    return {
      'listings/:id': own.id,
      'answers/:answerId': waiting.id,
      directoryCoalition: coalition.slug,
      takenListing: taken.id,
      takenAnswer: agreed.id,
      othersListing: theirs.id,
      answeredListing: answered.id,
      givenAnswer: given.id,
    };
  },
  asks: (things) => ({
    'PATCH /listings/:id': { body: { title: 'A room for fifty people' } },
    'PUT /listings/:id/reopening': { body: { endsOn: dayAhead(30) } },
    'POST /groups/:slug/listings': { body: { ...aNeed, coalition: things.directoryCoalition } },
    'POST /listings/:id/answers': {
      params: { id: things.othersListing },
      body: { group: things['groups/:slug'], word: 'We have one.' },
    },
    'PUT /listings/:id/answers/:answerId/decision': { body: { decision: 'taken' } },
    'PUT /listings/:id/answers/:answerId/fulfilment': {
      params: { id: things.takenListing, answerId: things.takenAnswer },
    },
    'DELETE /listings/:id/answers/:answerId': {
      params: { id: things.answeredListing, answerId: things.givenAnswer },
    },
  }),
};
