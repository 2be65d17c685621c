import type { NewChannel } from '@groundwork/features/messaging/contract';

/** The channel that a form describes. An empty choice of time or day means "never". */
export function channelFrom({
  name = '',
  purpose = '',
  readers,
  writers,
  retentionDays,
  endsOn,
}: Record<string, string>) {
  return {
    name,
    purpose,
    readers: readers as NewChannel['readers'],
    writers: writers as NewChannel['writers'],
    retentionDays: (retentionDays ? Number(retentionDays) : null) as NewChannel['retentionDays'],
    endsOn: endsOn || null,
  } satisfies NewChannel;
}
