import type { RequestEvent } from '@sveltejs/kit';
import { uploadPicture } from '#lib/pictures/pictures.server.ts';
import { written } from './written.ts';

/** A campaign's form as the api takes it, with the pictures that were chosen kept first; throws their refusal. */
export async function drafted(event: RequestEvent, form: FormData) {
  const fields = written(form);
  const storyPicture = await uploadPicture(event, form, 'storyPicture');
  const pictureKey = await uploadPicture(event, form, 'picture');
  const alt = String(form.get('storyPictureAlt') ?? '').replaceAll(/[[\]\n]/g, ' ');
  return {
    ...fields,
    ...(storyPicture && {
      story: `${fields.story}\n\n![${alt.trim()}](/files/${storyPicture})\n`.trimStart(),
    }),
    ...(form.has('no-picture') && { pictureKey: null }),
    ...(pictureKey && { pictureKey }),
  };
}
