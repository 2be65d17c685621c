import { Invalid } from '../errors.ts';
import type { Subject } from '../subject.ts';
import { mentions } from './mentions/tables.ts';
import { findReportedMessage } from './messages/reported.ts';
import { channels, directBlocks } from './tables.ts';

export const messagingSubjects: Subject[] = [
  {
    kind: 'channel',
    tables: [channels, directBlocks, mentions],
    refusals: {
      channels_name_in_group: () => new Invalid([{ name: 'name', code: 'messaging.name-taken' }]),
    },
  },
  { kind: 'message', reported: { by: 'id', find: findReportedMessage } },
];
