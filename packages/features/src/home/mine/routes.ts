import type { Context } from '../../context.ts';
import { CALENDAR, ownCalendar } from '../../events/calendar.ts';
import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { endCalendarAddress, makeCalendarAddress } from './actions.ts';
import { OwnCalendarView, OwnEventPage, OwnEventQuery, OwnSignaturePage } from './contract.ts';
import { copyOwnAccount } from './copies.ts';
import { findCalendarAddress, findOwnFeed, listOwnEvents, listOwnSignatures } from './queries.ts';
import { ownCalendarView, ownEventRow, ownSignatureRow } from './views.ts';

/** Whoever wrote much has a file that takes a while. */
const FEW_COPIES = { name: 'home.copies', count: 20, minutes: 60 };
const FEW_ADDRESSES = { name: 'home.calendar-addresses', count: 60, minutes: 10 };

/** What is the viewer's own, in one place; and their calendar for whoever has its address. */
export const mineRoutes = defineRoutes({
  'GET /account/events': deed(
    { who: 'account', query: OwnEventQuery, answers: OwnEventPage },
    async (ctx, { query }) => {
      const { rows, next } = await listOwnEvents(ctx, query);
      return { rows: rows.map((event) => ownEventRow(ctx, event)), next };
    },
  ),
  'GET /account/signatures': deed(
    { who: 'account', query: PageQuery, answers: OwnSignaturePage },
    async (ctx, { query }) => {
      const { rows, next } = await listOwnSignatures(ctx, query);
      return { rows: rows.map(ownSignatureRow), next };
    },
  ),
  'GET /account/calendar': deed({ who: 'account', answers: OwnCalendarView }, (ctx) => seen(ctx)),
  'PUT /account/calendar': deed(
    { who: 'account', limit: FEW_ADDRESSES, answers: OwnCalendarView },
    async (ctx) => {
      await makeCalendarAddress(ctx);
      return seen(ctx);
    },
  ),
  'DELETE /account/calendar': deed({ who: 'account' }, (ctx) => endCalendarAddress(ctx)),
  'GET /account/copy': deed(
    { who: 'account', limit: FEW_COPIES, sends: 'application/json; charset=utf-8' },
    (ctx) => copyOwnAccount(ctx),
  ),
  'GET /calendars/:sealed': deed(
    { who: 'link', sends: CALENDAR, head: true },
    async (ctx, { params }, reply) => {
      const { language, rows } = await findOwnFeed(ctx, params.sealed);
      void reply.header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex');
      return ownCalendar(ctx, rows, language);
    },
  ),
});

async function seen(ctx: Context) {
  return ownCalendarView(ctx, await findCalendarAddress(ctx));
}
