import type { Subject } from '../subject.ts';
import { calendarAddresses } from './mine/tables.ts';

export const homeSubjects: Subject[] = [{ kind: 'calendar-address', tables: [calendarAddresses] }];
