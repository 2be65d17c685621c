import { LENGTHS } from '@groundwork/features/lengths';

const IS_CODE = new RegExp(`^[A-Za-z0-9-]{1,${LENGTHS.linkCode}}$`);

/** The code of the short link that brought somebody, from this part of the address; empty where there is none, or what is no code. */
export function codeIn({ searchParams }: URL, part = 'via'): string {
  const code = searchParams.get(part) ?? '';
  return IS_CODE.test(code) ? code : '';
}
