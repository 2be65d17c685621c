import type { Subject } from '../subject.ts';
import { moveArrivals, moves, moveTexts } from './tables.ts';

export const moveSubjects: Subject[] = [{ kind: 'move', tables: [moves, moveTexts, moveArrivals] }];
