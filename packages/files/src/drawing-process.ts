import { answering } from '@groundwork/aside/answering';
import { drawPicture } from './drawing.ts';

answering(drawPicture);
