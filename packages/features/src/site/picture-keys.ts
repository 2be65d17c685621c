import { newFileKey } from '@groundwork/files';

// The size is part of the name, so that whoever has the key can leave the right space and ask nobody.
const FORM = /^picture-[0-9a-f]{32}-([1-9]\d{0,3})x([1-9]\d{0,3})$/;
const PHONE = '-480';

/** The name of a new picture. Only names of this form are ever given out by `/files/`, and nobody can guess one. */
export function newPictureKey({ width, height }: { width: number; height: number }): string {
  return `picture-${newFileKey()}-${width}x${height}`;
}

/** The name under which a picture's copy for phones is kept. */
export function phoneKey(key: string): string {
  return `${key}${PHONE}`;
}

/** Whether this may be asked of `/files/`: a picture, or its copy for phones. */
export function isPictureFile(key: string): boolean {
  return FORM.test(key.endsWith(PHONE) ? key.slice(0, -PHONE.length) : key);
}

/** How large the picture of this key is; null when it is no picture's. */
export function pictureSize(key: string): { width: number; height: number } | null {
  const [, width, height] = FORM.exec(key) ?? [];
  return width === undefined ? null : { width: Number(width), height: Number(height) };
}
