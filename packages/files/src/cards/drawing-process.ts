import { answering } from '@groundwork/aside/answering';
import { drawCard } from './drawing.ts';

answering(drawCard);
