import { Type } from 'typebox';
import type { FastifyRequest } from 'fastify';
import { deed, defineRoutes } from '../http.ts';
import { addLink, countVisit } from './actions.ts';
import { LinkPage, LinkQuery, LinkTarget, LinkView, NewLink } from './contract.ts';
import { qrPng, qrSvg } from './qr.ts';
import { findLink, linkUrl, listLinks } from './queries.ts';
import { linkView } from './views.ts';
import { LENGTHS } from '../lengths.ts';

const BY_CODE = {
  who: 'anyone',
  head: true,
  params: { code: Type.String({ maxLength: LENGTHS.linkCode }) },
} as const;

export const linkRoutes = defineRoutes({
  'GET /go/:code': deed({ ...BY_CODE, answers: LinkTarget }, async (ctx, asked) => {
    const link = await findLink(ctx, asked.params.code);
    if (isVisit(asked)) await countVisit(ctx, link.id);
    return link;
  }),
  'GET /links/:code/qr.svg': deed({ ...BY_CODE, sends: 'image/svg+xml' }, async (ctx, { params }, reply) => {
    const link = await findLink(ctx, params.code);
    void reply.header('cache-control', cacheControl(link));
    return qrSvg(linkUrl(ctx, link.code));
  }),
  'GET /links/:code/qr.png': deed({ ...BY_CODE, sends: 'image/png' }, async (ctx, { params }, reply) => {
    const link = await findLink(ctx, params.code);
    void reply.header('cache-control', cacheControl(link));
    return qrPng(linkUrl(ctx, link.code));
  }),
  'GET /groups/:slug/links': deed(
    { who: 'account', query: LinkQuery, answers: LinkPage },
    async (ctx, { params, query }) => {
      const { rows, next } = await listLinks(ctx, params.slug, query);
      return { rows: rows.map((link) => linkView(ctx, link)), next };
    },
  ),
  'POST /groups/:slug/links': deed(
    { who: 'account', body: NewLink, answers: LinkView, status: 201 },
    async (ctx, { params, body }) =>
      linkView(ctx, { ...(await addLink(ctx, params.slug, body)), visitCount: 0 }),
  ),
});

/** Nothing on the way to a member may keep what leads to a private group. */
function cacheControl({ visibility }: { visibility: string }) {
  return visibility === 'private' ? 'private, no-store' : 'public, max-age=86400';
}

/** A browser that fetches ahead, or only asks for the head, is nobody visiting. */
function isVisit({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>) {
  const purposes = [headers['sec-purpose'], headers.purpose, headers['x-purpose'], headers['x-moz']].join(
    ' ',
  );
  return method === 'GET' && !/prefetch|prerender|preview/i.test(purposes);
}
