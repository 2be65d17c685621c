import type { Subject } from '../subject.ts';
import {
  carefulGroups,
  groupLoudness,
  hushedKinds,
  noticeChoices,
  noticeRows,
  pushDevices,
  pushes,
} from './tables.ts';

export const noticeSubjects: Subject[] = [
  {
    kind: 'notice',
    tables: [noticeRows, noticeChoices, groupLoudness, hushedKinds, carefulGroups, pushDevices, pushes],
  },
];
