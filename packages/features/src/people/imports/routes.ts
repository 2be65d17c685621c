import { Type } from 'typebox';
import type { Context } from '../../context.ts';
import { onTheWire, type Door } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { approveImport, askToUndoImport, planImport, startImport } from './actions.ts';
import { ImportPlan, ImportsPage, ImportView, NewImport } from './contract.ts';
import { findImport, listImports, previewImport } from './queries.ts';

const InGroup = Type.Object({ slug: Type.String() });
const OneImport = Type.Object({ slug: Type.String(), importId: Type.String({ format: 'uuid' }) });
const ACCOUNT = { who: 'account' } as const;
/** Bytes: 100,000 rows of 300 letters. */
const LARGEST_FILE = 32 * 1_048_576;

export function importRoutes(app: Door): void {
  // In a scope of its own: elsewhere a list is refused.
  app.register((own: Door, _options, done) => {
    sendingRoutes(own);
    done();
  });
  listRoutes(app);
}

function sendingRoutes(app: Door) {
  app.addContentTypeParser(
    'text/csv',
    { parseAs: 'buffer', bodyLimit: LARGEST_FILE },
    (_request, body, done) => {
      done(null, body);
    },
  );

  app.post(
    '/groups/:slug/imports',
    {
      config: ACCOUNT,
      bodyLimit: LARGEST_FILE,
      schema: { params: InGroup, querystring: NewImport, response: { 201: ImportView } },
    },
    async ({ ctx, params, query, body }, reply) => {
      const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
      return reply.code(201).send(await view(ctx, await startImport(ctx, params.slug, { ...query, bytes })));
    },
  );
}

function listRoutes(app: Door) {
  app.get(
    '/groups/:slug/imports',
    { config: ACCOUNT, schema: { params: InGroup, querystring: PageQuery, response: { 200: ImportsPage } } },
    async ({ ctx, params, query }) => onTheWire(await listImports(ctx, params.slug, query)),
  );

  app.get(
    '/groups/:slug/imports/:importId',
    { config: ACCOUNT, schema: { params: OneImport, response: { 200: ImportView } } },
    async ({ ctx, params }) => view(ctx, await findImport(ctx, params.slug, params.importId)),
  );

  app.put(
    '/groups/:slug/imports/:importId/plan',
    { config: ACCOUNT, schema: { params: OneImport, body: ImportPlan, response: { 200: ImportView } } },
    async ({ ctx, params, body }) => view(ctx, await planImport(ctx, params.slug, params.importId, body)),
  );

  app.put(
    '/groups/:slug/imports/:importId/approval',
    { config: ACCOUNT, schema: { params: OneImport, response: { 202: ImportView } } },
    async ({ ctx, params }, reply) =>
      reply.code(202).send(await view(ctx, await approveImport(ctx, params.slug, params.importId))),
  );

  app.put(
    '/groups/:slug/imports/:importId/undoing',
    { config: ACCOUNT, schema: { params: OneImport, response: { 202: ImportView } } },
    async ({ ctx, params }, reply) =>
      reply.code(202).send(await view(ctx, await askToUndoImport(ctx, params.slug, params.importId))),
  );
}

async function view(ctx: Context, found: Awaited<ReturnType<typeof findImport>>) {
  return onTheWire({ ...found, ...(await previewImport(ctx, found)) });
}
