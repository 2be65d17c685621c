import { Type } from 'typebox';
import type { Door } from '../../http.ts';
import { EventSlug } from '../contract.ts';
import { checkIn, closeEvent, countGuests, undoCheckIn } from './actions.ts';
import { DoorPage, DoorQuery, GuestsInput, NewWalkIn, Turnout } from './contract.ts';
import { listDoor } from './queries.ts';
import { findTurnout } from './turnout.ts';
import { addWalkIn, countWalkInGuests, removeWalkIn } from './walk-ins.ts';

const ACCOUNT = { who: 'account' } as const;
const OneRsvp = Type.Object({ slug: Type.String({ maxLength: 80 }), id: Type.String({ format: 'uuid' }) });

export function checkInRoutes(app: Door): void {
  app.get(
    '/events/:slug/door',
    { config: ACCOUNT, schema: { params: EventSlug, querystring: DoorQuery, response: { 200: DoorPage } } },
    async ({ ctx, params, query }) => {
      const { rows, walkIns, ...door } = await listDoor(ctx, params.slug, query);
      return {
        ...door,
        rows: rows.map((row) => ({ ...row, at: row.at?.toISOString() ?? null })),
        walkIns: walkIns.map((row) => ({ ...row, at: row.at.toISOString() })),
      };
    },
  );

  app.get(
    '/events/:slug/turnout',
    { config: ACCOUNT, schema: { params: EventSlug, response: { 200: Turnout } } },
    ({ ctx, params }) => findTurnout(ctx, params.slug),
  );

  const deeds = [
    { method: 'PUT', url: '/events/:slug/rsvps/:id/attendance', deed: checkIn },
    { method: 'DELETE', url: '/events/:slug/rsvps/:id/attendance', deed: undoCheckIn },
    { method: 'DELETE', url: '/events/:slug/walk-ins/:id', deed: removeWalkIn },
  ] as const;
  for (const { method, url, deed } of deeds) {
    app.route({
      method,
      url,
      config: ACCOUNT,
      schema: { params: OneRsvp },
      handler: async ({ ctx, params }, reply) => {
        await deed(ctx, params.slug, params.id);
        return reply.code(204).send();
      },
    });
  }

  countingRoutes(app);
  app.put(
    '/events/:slug/closing',
    { config: ACCOUNT, schema: { params: EventSlug } },
    async ({ ctx, params }, reply) => {
      await closeEvent(ctx, params.slug);
      return reply.code(204).send();
    },
  );
}

/** Who is here without an answer, and how many came along. */
function countingRoutes(app: Door) {
  for (const [url, deed] of [
    ['/events/:slug/rsvps/:id/attendance/guests', countGuests],
    ['/events/:slug/walk-ins/:id/guests', countWalkInGuests],
  ] as const)
    app.put(
      url,
      { config: ACCOUNT, schema: { params: OneRsvp, body: GuestsInput } },
      async ({ ctx, params, body }, reply) => {
        await deed(ctx, params.slug, { id: params.id, ...body });
        return reply.code(204).send();
      },
    );

  app.post(
    '/events/:slug/walk-ins',
    { config: ACCOUNT, schema: { params: EventSlug, body: NewWalkIn } },
    async ({ ctx, params, body }, reply) => {
      await addWalkIn(ctx, params.slug, body);
      return reply.code(204).send();
    },
  );
}
