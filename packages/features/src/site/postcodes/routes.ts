import { Bytes, deed, defineRoutes } from '../../http.ts';
import { removePostcodes, replacePostcodes } from './actions.ts';
import { PostcodesRead, PostcodesView } from './contract.ts';
import { findPostcodeFile } from './queries.ts';

/** As large as the largest list: half a million postcodes with what GeoNames says of each. */
const FILE = new Bytes('text/csv', 32 * 1_048_576);

export const postcodeRoutes = defineRoutes({
  'GET /site/postcodes': deed({ who: 'account', answers: PostcodesView }, (ctx) => findPostcodeFile(ctx)),
  'PUT /site/postcodes': deed({ who: 'site-steward', body: FILE, answers: PostcodesRead }, (ctx, { body }) =>
    replacePostcodes(ctx, body),
  ),
  'DELETE /site/postcodes': deed({ who: 'site-steward' }, (ctx) => removePostcodes(ctx)),
});
