import { deed, defineRoutes } from '../../http.ts';
import { findCampaign } from '../queries.ts';
import { askForReminders } from './actions.ts';
import { RemindersView } from './contract.ts';
import { findReminders } from './queries.ts';

export const reminderRoutes = defineRoutes({
  'GET /campaigns/:slug/reminders': deed(
    { who: 'account', answers: RemindersView },
    async (ctx, { params }) => findReminders(ctx, await findCampaign(ctx, params.slug)),
  ),
  'POST /campaigns/:slug/reminders': deed({ who: 'account', status: 202 }, (ctx, { params }) =>
    askForReminders(ctx, params.slug),
  ),
});
