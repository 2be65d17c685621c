import type { PersonFieldView } from '@groundwork/features/people/fields/contract';
import type { Words } from '#lib/words/words.ts';
import { LINE_KINDS } from './kinds.ts';

type Offered = {
  fields: PersonFieldView[];
  /** Whether the viewer sees who has which role, and may ask for it. */
  seesRoles: boolean;
};

/** What a line can ask, as a form offers it: the kinds, and the group's own fields. */
export function kindOptions({ t }: Pick<Words, 't'>, { fields, seesRoles }: Offered) {
  return [
    ...LINE_KINDS.filter((kind) => kind !== 'role' || seesRoles).map((kind) => ({
      value: kind as string,
      label: t(`segments.kind.${kind}`),
    })),
    ...fields.map(({ id, name }) => ({
      value: `field:${id}`,
      label: t('segments.kind.field', { field: name }),
    })),
  ];
}
