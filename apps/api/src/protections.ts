import type { FastifyInstance } from 'fastify';
import type { House } from '@groundwork/features/context';

/**
 * What every answer of the api tells a browser: to take it for what it says it is, to keep it to itself unless the route
 * says otherwise, to run nothing in it, and, where the site is reached by TLS, to come by nothing else.
 */
export function protectAnswers(app: FastifyInstance, { settings }: House): void {
  const isSecure = settings.publicUrl.startsWith('https:');
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(PROTECTIONS))
      if (!reply.hasHeader(name)) void reply.header(name, value);
    if (isSecure) void reply.header('strict-transport-security', 'max-age=31536000');
  });
}

const PROTECTIONS = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  // Search engines keep pages, and of those only the ones that say so by saying nothing.
  'x-robots-tag': 'noindex',
};
