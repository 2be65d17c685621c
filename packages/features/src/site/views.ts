import type { PictureView } from './contract.ts';
import { phoneKey, pictureSize } from './picture-keys.ts';

/** How to show the picture of this key; null when there is no key, or it is no picture's. */
export function pictureView(key: string | null): PictureView | null {
  const size = key === null ? null : pictureSize(key);
  if (key === null || size === null) return null;
  const phoneWidth = Math.round(size.width * Math.min(1, 480 / size.width, 960 / size.height));
  const src = `/files/${key}`;
  const srcset = `/files/${phoneKey(key)} ${phoneWidth}w, ${src} ${size.width}w`;
  return { key, src, srcset, ...size };
}
