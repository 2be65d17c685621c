import { AsideLost, openAside } from '@groundwork/aside';
import type { drawPicture, UndrawnPicture, ShrunkPicture } from './drawing.ts';

export { AsideBusy } from '@groundwork/aside';

export type { ShrunkPicture } from './drawing.ts';

/** What was sent is no picture that can be shown: see `UndrawnPicture`, or over 20 MB. */
export class PictureRefused extends Error {
  override name = 'PictureRefused';
  readonly code: UndrawnPicture['refused'];

  constructor(code: UndrawnPicture['refused']) {
    super(code);
    this.code = code;
  }
}

const mostBytes = 20_000_000;

// A picture of a few kilobytes can unfold into hundreds of megabytes, so none is drawn where requests are answered.
const draw = openAside<typeof drawPicture>(new URL('./drawing-process.ts', import.meta.url), {
  memory: 128,
  waiting: 8,
  patience: 30_000,
  idle: 30_000,
});

/**
 * Makes a stranger's picture fit to publish, as `drawPicture` says, in a process of its own and one at a time. Throws
 * PictureRefused, also for what took the process with it; Busy when too many wait.
 */
export async function shrinkPicture(bytes: Uint8Array): Promise<ShrunkPicture> {
  if (bytes.byteLength > mostBytes) throw new PictureRefused('picture.too-large');
  const drawn = await draw(bytes).catch((error: unknown): UndrawnPicture => {
    if (error instanceof AsideLost) return { refused: 'picture.too-large' };
    throw error;
  });
  if ('refused' in drawn) throw new PictureRefused(drawn.refused);
  return drawn;
}
