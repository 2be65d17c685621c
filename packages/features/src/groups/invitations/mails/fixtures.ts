import type { TestSite } from '../../../testing.ts';
import type { AGroup } from '../../fixtures.ts';

type Options = { addresses: string; role?: string; language?: string };

/** A group's steward fills the form that invites by mail. */
export function sendInvitations(site: TestSite, group: AGroup, options: Options) {
  return site
    .as(group.steward)
    .post(`/groups/${group.slug}/invitation-mails`, { role: 'member', language: 'en', ...options });
}

/** An invitation of one mailbox: its id, and the path that its mail leads to. */
export async function invitationTo(
  site: TestSite,
  group: AGroup,
  email: string,
  options: Omit<Options, 'addresses'> = {},
) {
  await sendInvitations(site, group, { addresses: email, ...options });
  const mail = (await site.mails()).findLast(({ toAddress }) => toAddress === email);
  const token = mail?.letter?.button?.url.split('/').at(-1) ?? '';
  const listed = await site.as(group.steward).get(`/groups/${group.slug}/invitations?isMailed=true`);
  const row = (listed.body.rows as { id: string; addressee: { email: string } }[]).find(
    ({ addressee }) => addressee.email === email,
  );
  return { id: row?.id ?? '', path: `/invitations/${token}` };
}
