import { Type, type Static } from 'typebox';
import { nullable } from '../../nullable.ts';

/** What a new site still needs, and whether it is done; null: nothing any more, or it was waved away. */
export const FirstSteps = Type.Object({
  steps: nullable(
    Type.Object({
      group: Type.Boolean(),
      mail: Type.Boolean(),
      backup: Type.Boolean(),
      steward: Type.Boolean(),
      list: Type.Boolean(),
      campaign: Type.Boolean(),
      event: Type.Boolean(),
    }),
  ),
});
export type FirstSteps = Static<typeof FirstSteps>;
