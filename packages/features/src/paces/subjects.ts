import type { Subject } from '../subject.ts';
import { mailPaces } from './tables.ts';

export const paceSubjects: Subject[] = [{ kind: 'pace', tables: [mailPaces] }];
