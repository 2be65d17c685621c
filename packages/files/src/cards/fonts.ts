import { fileURLToPath } from 'node:url';

/** The only fonts of cards, with what tells fontconfig so. */
export const FONTS = new URL('./fonts/', import.meta.url);

// Read when sharp is loaded, so whoever draws text imports this before it.
process.env.FONTCONFIG_FILE = fileURLToPath(new URL('fonts.conf', FONTS));
