import { say } from '@groundwork/words';
import type { Context } from '../../context.ts';
import { LENGTHS } from '../../lengths.ts';
import type { SampleRow } from './findings.ts';
import type { listRefusals, SeenImport } from './queries.ts';

type Refusals = Awaited<ReturnType<typeof listRefusals>>;

/** An import as it leaves, with what is odd about its rows in sentences. */
export function importView(ctx: Context, { sample, findings, ...found }: SeenImport, refusals: Refusals) {
  return {
    ...found,
    findings: {
      ...findings,
      odd: findings.odd.map(({ code, ...one }) => ({
        ...one,
        message: sentenceOf(ctx, { field: 'none', code }),
      })),
    },
    sample: sample.map(({ remarks, ...row }) => ({
      ...row,
      remarks: remarks.map((remark) => sentenceOf(ctx, remark)),
    })),
    refusals: refusals.map(({ code, ...rest }) => ({ ...rest, message: sentenceOf(ctx, { ...rest, code }) })),
  };
}

type Coded = Pick<SampleRow['remarks'][number], 'code' | 'value'> & { field: string };
function sentenceOf({ language }: Context, { field, code, value = '' }: Coded) {
  const max = field === 'email' ? LENGTHS.email : field === 'none' ? LENGTHS.fieldValue : LENGTHS.personName;
  return say(language, `error.${code}` as Parameters<typeof say>[1], { max, value });
}
