import { answering } from '@groundwork/aside/answering';
import { isGuessed } from './guessing.ts';

answering(isGuessed);
