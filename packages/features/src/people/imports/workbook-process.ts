import { answering } from '@groundwork/aside/answering';
import { readWorkbook } from './workbook.ts';

answering(readWorkbook);
