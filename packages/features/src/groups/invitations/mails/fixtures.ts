import type { TestSite } from '../../../testing.ts';
import type { AGroup } from '../../fixtures.ts';

type Wish = { addresses: string; role?: string; language?: string };

/** A group's steward fills the form that invites by mail. */
export function mailInvitations(site: TestSite, group: AGroup, wish: Wish) {
  return site
    .as(group.steward)
    .post(`/groups/${group.slug}/invitation-mails`, { role: 'member', language: 'en', ...wish });
}

/** An invitation of one mailbox: its id, and the path that its mail leads to. */
export async function invitationTo(
  site: TestSite,
  group: AGroup,
  email: string,
  wish: Omit<Wish, 'addresses'> = {},
) {
  await mailInvitations(site, group, { addresses: email, ...wish });
  const mail = (await site.mails()).findLast(({ toAddress }) => toAddress === email);
  const token = mail?.letter?.button?.url.split('/').at(-1) ?? '';
  const listed = await site.as(group.steward).get(`/groups/${group.slug}/invitations?isMailed=true`);
  const row = (listed.body.rows as { id: string; addressee: { email: string } }[]).find(
    ({ addressee }) => addressee.email === email,
  );
  return { id: row?.id ?? '', path: `/invitations/${token}` };
}
