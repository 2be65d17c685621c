import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Context } from '../context.ts';
import { HEAD, type Door } from '../http.ts';
import { addLink, countVisit } from './actions.ts';
import { LinkPage, LinkQuery, LinkTarget, LinkView, NewLink } from './contract.ts';
import { qrPng, qrSvg } from './qr.ts';
import { findLink, linkUrl, listLinks } from './queries.ts';

const ByCode = Type.Object({ code: Type.String({ maxLength: 30 }) });
const InGroup = Type.Object({ slug: Type.String() });

export function linkRoutes(app: Door): void {
  app.get(
    '/go/:code',
    { config: { who: 'anyone' }, ...HEAD, schema: { params: ByCode, response: { 200: LinkTarget } } },
    async (request) => {
      const link = await findLink(request.ctx, request.params.code);
      if (isVisit(request)) await countVisit(request.ctx, link.id);
      return link;
    },
  );

  app.get(
    '/links/:code/qr.svg',
    { config: { who: 'anyone' }, ...HEAD, schema: { params: ByCode } },
    async ({ ctx, params }, reply) => {
      const link = await findLink(ctx, params.code);
      return reply
        .header('cache-control', keptFor(link))
        .type('image/svg+xml')
        .send(await qrSvg(linkUrl(ctx, link.code)));
    },
  );

  app.get(
    '/links/:code/qr.png',
    { config: { who: 'anyone' }, ...HEAD, schema: { params: ByCode } },
    async ({ ctx, params }, reply) => {
      const link = await findLink(ctx, params.code);
      return reply
        .header('cache-control', keptFor(link))
        .type('image/png')
        .send(await qrPng(linkUrl(ctx, link.code)));
    },
  );

  app.get(
    '/groups/:slug/links',
    {
      config: { who: 'account' },
      schema: { params: InGroup, querystring: LinkQuery, response: { 200: LinkPage } },
    },
    async ({ ctx, params, query }) => {
      const { rows, next } = await listLinks(ctx, params.slug, query);
      return { rows: rows.map((link) => view(ctx, link)), next };
    },
  );

  app.post(
    '/groups/:slug/links',
    { config: { who: 'account' }, schema: { params: InGroup, body: NewLink, response: { 201: LinkView } } },
    async ({ ctx, params, body }, reply) => {
      const link = await addLink(ctx, params.slug, body);
      return reply.code(201).send(view(ctx, { ...link, visitCount: 0 }));
    },
  );
}

/** Nothing on the way to a member may keep what leads to a private group. */
function keptFor({ visibility }: { visibility: string }) {
  return visibility === 'private' ? 'private, no-store' : 'public, max-age=86400';
}

/** A browser that fetches ahead, or only asks for the head, is nobody visiting. */
function isVisit({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>) {
  const purposes = [headers['sec-purpose'], headers.purpose, headers['x-purpose'], headers['x-moz']].join(
    ' ',
  );
  return method === 'GET' && !/prefetch|prerender|preview/i.test(purposes);
}

type Listed = Omit<LinkView, 'url' | 'createdAt'> & { createdAt: Date };
function view(ctx: Context, { createdAt, ...link }: Listed): LinkView {
  return { ...link, url: linkUrl(ctx, link.code), createdAt: createdAt.toISOString() };
}
