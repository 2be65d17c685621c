import type { Asked, Knocks } from './knock.ts';

export function reportKnocks() {
  const group = ({ ways }: Asked) => `/groups/${ways.slug}`;
  const report = ({ ways }: Asked) => `/reports/${ways.reportId}`;
  // The member said it, in a channel of the group.
  const subject = ({ ways }: Asked) => `/subjects/message/${ways.messageId}`;
  return {
    'GET /groups/:slug/reports': (asked) => ({ path: `${group(asked)}/reports` }),
    'GET /groups/:slug/reports/count': (asked) => ({ path: `${group(asked)}/reports/count` }),
    'GET /site/reports': () => ({ path: '/site/reports' }),
    'GET /site/reports/count': () => ({ path: '/site/reports/count' }),
    'GET /reports/:reportId': (asked) => ({ path: report(asked) }),
    'PUT /reports/:reportId/decision': (asked) => ({
      path: `${report(asked)}/decision`,
      body: { deed: 'hide', reason: 'Somebody’s address.' },
    }),
    'DELETE /reports/:reportId/decision': (asked) => ({ path: `${report(asked)}/decision` }),
    'GET /subjects/:kind/:key': (asked) => ({ path: subject(asked) }),
    'PUT /subjects/:kind/:key/report': (asked) => ({ path: `${subject(asked)}/report`, body: {} }),
  } satisfies Partial<Knocks>;
}
