import { Type } from 'typebox';
import { HEAD, type Door } from '../../http.ts';
import { spendQuota } from '../../limits/making.ts';
import { keepPicture } from './actions.ts';
import { PictureView } from './contract.ts';
import { pictureView } from './keys.ts';
import { openPicture } from './queries.ts';

const ByKey = Type.Object({ key: Type.String({ maxLength: 80 }) });
/** Bytes. */
const LARGEST_PICTURE = 10 * 1_048_576;

export function pictureRoutes(app: Door): void {
  // In a scope of its own: elsewhere a picture is refused.
  app.register((own: Door, _options, done) => {
    sendingRoutes(own);
    done();
  });
  showingRoutes(app);
}

function sendingRoutes(app: Door) {
  // What the bytes are is found out from themselves; the declared type only says that they come as they are.
  const whole = { parseAs: 'buffer', bodyLimit: LARGEST_PICTURE } as const;
  app.addContentTypeParser(/^(image\/|application\/octet-stream)/, whole, (_request, body, done) => {
    done(null, body);
  });

  app.post(
    '/pictures',
    {
      config: { who: 'account' },
      bodyLimit: LARGEST_PICTURE,
      schema: { response: { 201: PictureView } },
    },
    async ({ ctx, body }, reply) => {
      // Before it is drawn, which is the work.
      await ctx.change((tx) => spendQuota(ctx, tx, 'pictures'));
      const picture = pictureView(await keepPicture(ctx, Buffer.isBuffer(body) ? body : Buffer.alloc(0)));
      if (!picture) throw new Error('a new picture has a key of its own form');
      return reply.code(201).send(picture);
    },
  );
}

function showingRoutes(app: Door) {
  app.get(
    '/files/:key',
    { config: { who: 'anyone' }, ...HEAD, schema: { params: ByKey } },
    async ({ ctx, params }, reply) =>
      reply
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .type('image/webp')
        .send(await openPicture(ctx, params.key)),
  );
}
