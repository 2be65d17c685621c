import { Type, type Static } from 'typebox';

/** A picture to show: put `src`, `srcset`, `width` and `height` on an `img` as they are. */
export const PictureView = Type.Object({
  key: Type.String(),
  src: Type.String(),
  srcset: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
});
export type PictureView = Static<typeof PictureView>;
