import { audit, brief, type KindsOf } from '../kinds.ts';

type OfChannel = { channelId: string };

export const messagingEntries = {
  'messaging.channel-created': audit(),
  'messaging.channel-changed': audit(),
  'messaging.member-added': audit<{ accountId: string }>(),
  'messaging.member-removed': audit<{ accountId: string }>(),
  'messaging.message-sent': brief<OfChannel>(),
  'messaging.message-edited': brief<OfChannel>(),
  'messaging.message-removed': audit<OfChannel>(),
  'messaging.message-hidden': audit<OfChannel>(),
  'messaging.message-shown': audit<OfChannel>(),
  'messaging.messages-forgotten': brief<{ count: number }>(),
  // Who keeps away from whom is nobody's business, and soon forgotten here.
  'messaging.direct-started': brief(),
  'messaging.direct-left': brief(),
  'messaging.direct-returned': brief(),
  'messaging.direct-muted': brief(),
  'messaging.direct-heard': brief(),
  'messaging.blocked': brief(),
  'messaging.unblocked': brief(),
  'messaging.directs-refused': brief(),
  'messaging.directs-taken': brief(),
} satisfies KindsOf<'messaging'>;
