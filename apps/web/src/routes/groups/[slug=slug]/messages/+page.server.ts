import type { MemberView } from '@groundwork/features/groups/members/contract';
import { call } from '#lib/api/api.server.ts';
import { act } from '#lib/api/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const asked = event.locals.sent ?? event.url.searchParams;
  const find = String(asked.get('find') ?? '');
  const ticked = asked.getAll('account').map(String).filter(isId).slice(0, MOST);
  const [group, channels, members, chosen] = await Promise.all([
    call(event, 'GET /groups/:slug', { slug }),
    call(event, 'GET /channels', { group: slug }),
    call(event, 'GET /groups/:slug/members', { slug, search: find, limit: 20 }),
    ticked.length > 0
      ? call(event, 'GET /groups/:slug/members', { slug, accounts: ticked.join(), limit: 20 })
      : { rows: [] },
  ]);
  const isOther = ({ isMe, accountId }: MemberView) => !isMe && !ticked.includes(accountId);
  return { group, channels, find, chosen: chosen.rows, members: members.rows.filter(isOther) };
};

/** As many as a direct message may have besides oneself. */
const MOST = 7;

function isId(text: string) {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      (_typed, form) => {
        const accountIds = form.getAll('account').map(String);
        return call(event, 'POST /groups/:slug/direct-messages', event.params, { accountIds });
      },
      ({ id }) => `/messages/${id}`,
    ),
};
