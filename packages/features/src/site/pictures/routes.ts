import { Type } from 'typebox';
import { Bytes, deed, defineRoutes } from '../../http.ts';
import { spendQuota } from '../../limits/making.ts';
import { storePicture } from './actions.ts';
import { PictureView } from '../contract.ts';
import { pictureView } from '../views.ts';
import { openPicture } from './queries.ts';

/** What the bytes are is found out from themselves; the declared type only says that they come as they are. */
const PICTURE = new Bytes(/^(image\/|application\/octet-stream)/, 10 * 1_048_576);

export const pictureRoutes = defineRoutes({
  'POST /pictures': deed(
    { who: 'account', body: PICTURE, answers: PictureView, status: 201 },
    async (ctx, { body }) => {
      // Before it is drawn, which is the work.
      await ctx.change((tx) => spendQuota(ctx, tx, 'pictures'));
      const picture = pictureView(await storePicture(ctx, body));
      if (!picture) throw new Error('a new picture has a key of its own form');
      return picture;
    },
  ),
  'GET /files/:key': deed(
    { who: 'anyone', params: { key: Type.String({ maxLength: 80 }) }, sends: 'image/webp', head: true },
    (ctx, { params }, reply) => {
      void reply
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox");
      return openPicture(ctx, params.key);
    },
  ),
});
