import type { Asked, Knocks } from './knock.ts';

const campaign = { title: 'Another campaign', ask: 'The council votes.', action: 'petition' };

export function campaignKnocks() {
  const group = ({ ways }: Asked) => `/groups/${ways.slug}`;
  const published = ({ ways }: Asked) => `/campaigns/${ways.campaign}`;
  const signature = (asked: Asked) => `${published(asked)}/signatures/${asked.ways.signatureId}`;
  const burst = (asked: Asked) => `${published(asked)}/bursts/${asked.ways.burstId}`;
  const own = ({ sealed }: Asked) => `/signatures/${sealed.signature}`;
  return {
    'GET /go/:code': ({ ways }) => ({ path: `/go/${ways.code}` }),
    'GET /links/:code/qr.png': ({ ways }) => ({ path: `/links/${ways.code}/qr.png` }),
    'GET /links/:code/qr.svg': ({ ways }) => ({ path: `/links/${ways.code}/qr.svg` }),
    'GET /groups/:slug/links': (asked) => ({ path: `${group(asked)}/links` }),
    'POST /groups/:slug/links': (asked) => ({
      path: `${group(asked)}/links`,
      body: { path: published(asked), label: 'Flyer' },
    }),
    'GET /campaigns': () => ({ path: '/campaigns' }),
    'GET /campaigns/:slug/card.png': (asked) => ({ path: `${published(asked)}/card.png` }),
    'GET /campaigns/:slug': (asked) => ({ path: published(asked) }),
    'POST /groups/:slug/campaigns': (asked) => ({ path: `${group(asked)}/campaigns`, body: campaign }),
    'PATCH /campaigns/:slug': (asked) => ({ path: published(asked), body: { ask: 'Another ask.' } }),
    'DELETE /campaigns/:slug': ({ ways }) => ({ path: `/campaigns/${ways.draft}` }),
    'PUT /campaigns/:slug/publication': ({ ways }) => ({ path: `/campaigns/${ways.draft}/publication` }),
    'PUT /campaigns/:slug/pause': (asked) => ({ path: `${published(asked)}/pause` }),
    'DELETE /campaigns/:slug/pause': ({ ways }) => ({ path: `/campaigns/${ways.paused}/pause` }),
    'PUT /campaigns/:slug/outcome': (asked) => ({
      path: `${published(asked)}/outcome`,
      body: { outcome: 'won' },
    }),
    'DELETE /campaigns/:slug/outcome': ({ ways }) => ({ path: `/campaigns/${ways.won}/outcome` }),
    'POST /campaigns/:slug/signatures': (asked) => ({
      path: `${published(asked)}/signatures`,
      body: { name: 'Rita', email: 'rita@example.org', updates: false },
    }),
    'GET /campaigns/:slug/signatures': (asked) => ({ path: `${published(asked)}/signatures` }),
    'GET /campaigns/:slug/bursts': (asked) => ({ path: `${published(asked)}/bursts` }),
    'PUT /campaigns/:slug/bursts/:id/release': (asked) => ({ path: `${burst(asked)}/release` }),
    'PUT /campaigns/:slug/bursts/:id/refusal': (asked) => ({ path: `${burst(asked)}/refusal` }),
    'DELETE /campaigns/:slug/bursts/:id/refusal': (asked) => ({ path: `${burst(asked)}/refusal` }),
    'GET /campaigns/:slug/numbers': (asked) => ({ path: `${published(asked)}/numbers` }),
    'PUT /campaigns/:slug/signatures/:id/hiding': (asked) => ({ path: `${signature(asked)}/hiding` }),
    'DELETE /campaigns/:slug/signatures/:id/hiding': (asked) => ({ path: `${signature(asked)}/hiding` }),
    'GET /signatures/:sealed': (asked) => ({ path: own(asked) }),
    'PUT /signatures/:sealed/confirmation': (asked) => ({ path: `${own(asked)}/confirmation` }),
    'DELETE /signatures/:sealed': (asked) => ({ path: own(asked) }),
    'GET /campaigns/:slug/updates': (asked) => ({ path: `${published(asked)}/updates` }),
    'GET /campaigns/:slug/receivers': (asked) => ({ path: `${published(asked)}/receivers` }),
    'POST /campaigns/:slug/updates': (asked) => ({
      path: `${published(asked)}/updates`,
      body: { title: 'News', body: 'They postponed.', mail: true },
    }),
    'GET /campaigns/:slug/sponsors': (asked) => ({ path: `${published(asked)}/sponsors` }),
    'PUT /campaigns/:slug/sponsors/:group': (asked) => ({ path: `${published(asked)}/sponsors/elsewhere` }),
    'DELETE /campaigns/:slug/sponsors/:group': (asked) => ({
      path: `${published(asked)}/sponsors/elsewhere`,
    }),
    'GET /groups/:slug/sponsorships': (asked) => ({ path: `${group(asked)}/sponsorships` }),
    'PUT /groups/:slug/sponsorships/:campaign': (asked) => ({
      path: `${group(asked)}/sponsorships/${asked.ways.campaign}`,
    }),
    'DELETE /groups/:slug/sponsorships/:campaign': (asked) => ({
      path: `${group(asked)}/sponsorships/${asked.ways.campaign}`,
    }),
  } satisfies Partial<Knocks>;
}
