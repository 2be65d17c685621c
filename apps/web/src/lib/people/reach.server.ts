import type { SpokenAnswer } from '@groundwork/features/people/reach/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';

type Event = RequestEvent<{ slug: string; personId: string }>;
type Said = Pick<SpokenAnswer, 'given' | 'manner'>;

/** What the panel "How to reach them" on a person's page asks for. */
export const reachActions = {
  keepPoint: (event: Event) =>
    act(
      event,
      ({ isFirst, ...typed }) =>
        call(event, 'PUT /groups/:slug/people/:personId/contact-points', event.params, {
          ...pointOf(typed),
          isFirst: isFirst === 'yes',
        }),
      '#reach',
    ),
  // Without a way on: the page that answers offers to put back what no address may hold.
  removePoint: (event: Event) =>
    act(event, async (typed) => {
      const point = pointOf(typed);
      const path = 'PUT /groups/:slug/people/:personId/contact-points/removed' as const;
      const { wasFirst } = await call(event, path, event.params, point);
      return { removed: { ...point, wasFirst } };
    }),
  address: (event: Event) =>
    act(
      event,
      ({ street, city, region, postcode, country }) =>
        call(event, 'PUT /groups/:slug/people/:personId/address', event.params, {
          ...{ street, city, region, postcode, country },
        }),
      '#reach',
    ),
  say: (event: Event) =>
    act(
      event,
      ({ way, said = '', saidOn }) => {
        const [given, manner] = said.split(':') as [Said['given'], Said['manner']];
        const answer = { way: way as SpokenAnswer['way'], given, manner, ...(saidOn && { saidOn }) };
        return call(event, 'PUT /groups/:slug/people/:personId/spoken-answer', event.params, answer);
      },
      '#reach',
    ),
  unsay: (event: Event) =>
    act(
      event,
      ({ way }) =>
        call(event, 'DELETE /groups/:slug/people/:personId/spoken-answer', {
          ...event.params,
          way,
        }),
      '#reach',
    ),
  stopContact: (event: Event) =>
    act(
      event,
      () => call(event, 'PUT /groups/:slug/people/:personId/do-not-contact', event.params),
      '#reach',
    ),
  allowContact: (event: Event) =>
    act(
      event,
      () => call(event, 'DELETE /groups/:slug/people/:personId/do-not-contact', event.params),
      '#reach',
    ),
  stopSharing: (event: Event) =>
    act(event, () => call(event, 'PUT /groups/:slug/people/:personId/do-not-share', event.params), '#reach'),
  allowSharing: (event: Event) =>
    act(
      event,
      () => call(event, 'DELETE /groups/:slug/people/:personId/do-not-share', event.params),
      '#reach',
    ),
};

function pointOf({ email, phone }: Record<string, string>) {
  return { ...(email && { email }), ...(phone && { phone }) };
}
