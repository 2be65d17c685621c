import { aGroup } from '../groups/fixtures.ts';
import { aPerson } from '../people/fixtures.ts';
import type { Access } from '../testing/access.ts';
import { aCompact, anOverlap, aUse, someLetter, someTerms } from './fixtures.ts';
import type { compactRoutes } from './routes.ts';

/** The group is the one whose people hear, but where it writes itself. From the other side: compacts.test.ts. */
export const compactAccess: Access<typeof compactRoutes> = {
  expected: {
    'GET /groups/:slug/compacts': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/compacts': '401 404 404 403 201 404 404 404',
    'GET /groups/:slug/compacts/:compactId': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/compacts/:compactId/terms': '401 404 404 403 202 404 404 404',
    'PUT /groups/:slug/compacts/:compactId/terms/:number/decision': '401 404 404 403 204 404 404 404',
    'PUT /groups/:slug/compacts/:compactId/ending': '401 404 404 403 204 404 404 404',
    'GET /groups/:slug/compacts/:compactId/uses': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/compacts/:compactId/uses': '401 404 404 201 201 404 404 404',
    'GET /groups/:slug/compacts/:compactId/uses/:useId': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/compacts/:compactId/uses/:useId/letter': '401 404 404 204 204 404 404 404',
    'PUT /groups/:slug/compacts/:compactId/uses/:useId/decision': '401 404 404 403 204 404 404 404',
    'DELETE /groups/:slug/compacts/:compactId/uses/:useId': '401 404 404 204 204 404 404 404',
    'GET /groups/:slug/compacts/:compactId/overlaps': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/compacts/:compactId/overlaps': '401 404 404 403 201 404 404 404',
    'PUT /groups/:slug/compacts/:compactId/overlaps/:useId/decision': '401 404 404 403 204 404 404 404',
    'DELETE /groups/:slug/compacts/:compactId/overlaps/:useId': '401 404 404 403 204 404 404 404',
  },
  async furnish(site, { group }) {
    const apart = await aGroup(site, { name: 'Another that could agree' });
    const hears = await aCompact(site, { group });
    const writes = await aCompact(site, { writer: group });
    const proposed = await aCompact(site, { group, isAgreed: false });
    await aPerson(site, group, { isSubscribed: true });
    const [theirs, ours] = [await aUse(site, hears), await aUse(site, writes)];
    const [askedOfUs, askedByUs] = [await anOverlap(site, hears), await anOverlap(site, writes)];
    const uncounted = await aCompact(site, { group });
    return {
      'compacts/:compactId': hears.id,
      'uses/:useId': theirs.id,
      writesCompact: writes.id,
      ownUse: ours.id,
      askedOverlap: askedOfUs.id,
      ownOverlap: askedByUs.id,
      uncountedCompact: uncounted.id,
      proposedCompact: proposed.id,
      agreeableGroup: apart.slug,
    };
  },
  asks: (things) => ({
    'POST /groups/:slug/compacts': { body: { ...someTerms, with: things.agreeableGroup, hears: 'ours' } },
    'POST /groups/:slug/compacts/:compactId/terms': { body: someTerms },
    'PUT /groups/:slug/compacts/:compactId/terms/:number/decision': {
      params: { compactId: things.proposedCompact, number: '1' },
      body: { decision: 'agreed' },
    },
    'PUT /groups/:slug/compacts/:compactId/ending': { body: {} },
    'POST /groups/:slug/compacts/:compactId/uses': {
      params: { compactId: things.writesCompact },
      body: someLetter,
    },
    'PUT /groups/:slug/compacts/:compactId/uses/:useId/letter': {
      params: { compactId: things.writesCompact, useId: things.ownUse },
      body: someLetter,
    },
    'PUT /groups/:slug/compacts/:compactId/uses/:useId/decision': { body: { decision: 'agreed' } },
    'DELETE /groups/:slug/compacts/:compactId/uses/:useId': {
      params: { compactId: things.writesCompact, useId: things.ownUse },
    },
    'POST /groups/:slug/compacts/:compactId/overlaps': {
      params: { compactId: things.uncountedCompact },
      body: {},
    },
    'PUT /groups/:slug/compacts/:compactId/overlaps/:useId/decision': {
      params: { useId: things.askedOverlap },
      body: { decision: 'agreed' },
    },
    'DELETE /groups/:slug/compacts/:compactId/overlaps/:useId': {
      params: { compactId: things.writesCompact, useId: things.ownOverlap },
    },
  }),
};
