import type { GroupView } from '@groundwork/features/groups/contract';
import type { MemberPage } from '@groundwork/features/groups/members/contract';
import type { ChannelList, ChannelView } from '@groundwork/features/messaging/contract';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/api.server.ts';
import { refused } from '#lib/api/forms.ts';
import { at } from '#lib/api/paths.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const find = event.url.searchParams.get('find') ?? '';
  const [group, channels, members] = await Promise.all([
    api(event).get<GroupView>(at`/groups/${slug}`),
    api(event).get<ChannelList>(at`/channels?${new URLSearchParams({ group: slug })}`),
    api(event).get<MemberPage>(
      at`/groups/${slug}/members?${new URLSearchParams({ search: find, limit: '20' })}`,
    ),
  ]);
  return { group, channels, find, members: members.rows.filter(({ isMe }) => !isMe) };
};

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
