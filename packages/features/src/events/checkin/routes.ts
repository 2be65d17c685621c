import { deed, defineRoutes } from '../../http.ts';
import { checkIn, closeEvent, countGuests, undoCheckIn } from './actions.ts';
import { CheckInPage, CheckInQuery, GuestsInput, NewWalkIn, Turnout } from './contract.ts';
import { listCheckIn } from './queries.ts';
import { findTurnout } from './turnout.ts';
import { addWalkIn, countWalkInGuests, removeWalkIn } from './walk-ins.ts';

const DOOR = { who: 'account' } as const;

export const checkInRoutes = defineRoutes({
  'GET /events/:slug/door': deed(
    { ...DOOR, query: CheckInQuery, answers: CheckInPage },
    (ctx, { params, query }) => listCheckIn(ctx, params.slug, query),
  ),
  'GET /events/:slug/turnout': deed({ ...DOOR, answers: Turnout }, (ctx, { params }) =>
    findTurnout(ctx, params.slug),
  ),
  'PUT /events/:slug/rsvps/:id/attendance': deed(DOOR, (ctx, { params }) =>
    checkIn(ctx, params.slug, params.id),
  ),
  'DELETE /events/:slug/rsvps/:id/attendance': deed(DOOR, (ctx, { params }) =>
    undoCheckIn(ctx, params.slug, params.id),
  ),
  'PUT /events/:slug/rsvps/:id/attendance/guests': deed(
    { ...DOOR, body: GuestsInput },
    (ctx, { params: { slug, id }, body }) => countGuests(ctx, slug, { id, ...body }),
  ),
  'POST /events/:slug/walk-ins': deed({ ...DOOR, body: NewWalkIn }, (ctx, { params, body }) =>
    addWalkIn(ctx, params.slug, body),
  ),
  'PUT /events/:slug/walk-ins/:id/guests': deed(
    { ...DOOR, body: GuestsInput },
    (ctx, { params: { slug, id }, body }) => countWalkInGuests(ctx, slug, { id, ...body }),
  ),
  'DELETE /events/:slug/walk-ins/:id': deed(DOOR, (ctx, { params }) =>
    removeWalkIn(ctx, params.slug, params.id),
  ),
  'PUT /events/:slug/closing': deed(DOOR, (ctx, { params }) => closeEvent(ctx, params.slug)),
});
