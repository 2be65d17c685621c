import type { GroupView } from '@groundwork/features/groups/contract';
import type { MemberPage, MemberView } from '@groundwork/features/groups/members/contract';
import type { ChannelList, ChannelView } from '@groundwork/features/messaging/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const asked = event.locals.sent ?? event.url.searchParams;
  const find = String(asked.get('find') ?? '');
  const ticked = asked.getAll('account').map(String).filter(isId).slice(0, MOST);
  const listed = async (query: Record<string, string>) => {
    const limited = new URLSearchParams({ ...query, limit: '20' });
    return (await api(event).get<MemberPage>(at`/groups/${slug}/members?${limited}`)).rows;
  };
  const [group, channels, members, chosen] = await Promise.all([
    api(event).get<GroupView>(at`/groups/${slug}`),
    api(event).get<ChannelList>(at`/channels?${new URLSearchParams({ group: slug })}`),
    listed({ search: find }),
    ticked.length > 0 ? listed({ accounts: ticked.join() }) : [],
  ]);
  const isOther = ({ isMe, accountId }: MemberView) => !isMe && !ticked.includes(accountId);
  return { group, channels, find, chosen, members: members.filter(isOther) };
};

/** As many as a direct message may have besides oneself. */
const MOST = 7;

function isId(text: string) {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    let direct: ChannelView;
    try {
      const accountIds = form.getAll('account');
      direct = await api(event).post<ChannelView>(at`/groups/${event.params.slug}/direct-messages`, {
        accountIds,
      });
    } catch (error) {
      return refused(error, form);
    }
    redirect(303, `/messages/${direct.id}`);
  },
};
