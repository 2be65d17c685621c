import { forms, type TextKind } from '@groundwork/features/texts';

type Place = { parentData: Record<string | number, unknown>; parentDataProperty: string | number };
type Validate = {
  (kind: TextKind, text: string, schema: unknown, place?: Place): boolean;
  errors?: object[];
};

const bringToForm: Validate = (kind, text, _, place) => {
  const form = forms[kind](text);
  bringToForm.errors = [{ keyword: 'typed', params: {} }];
  if (form === null) return false;
  if (place) place.parentData[place.parentDataProperty] = form;
  return true;
};

/**
 * How ajv brings what people typed to its form, in place and before its length is measured. `typed` in a schema names
 * the kind of text (features/src/texts.ts).
 */
export const typedKeyword = {
  keyword: 'typed',
  type: 'string' as const,
  schemaType: 'string' as const,
  modifying: true,
  before: 'maxLength',
  errors: true,
  validate: bringToForm as never,
};
