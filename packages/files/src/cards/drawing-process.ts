import { answering } from '@groundwork/aside/answering';
import { drawCard, type Card } from './drawing.ts';
import { drawIcon, type Icon } from './icon.ts';

/** Draws either: both are a few texts on a ground, and one process is enough for them. */
export async function drawEither(asked: Card | Icon): Promise<Uint8Array> {
  return 'isMaskable' in asked ? drawIcon(asked) : drawCard(asked);
}

answering(drawEither);
