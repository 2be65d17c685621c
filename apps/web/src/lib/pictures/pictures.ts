/** What a form takes for a picture. */
export const PICTURES = 'image/jpeg,image/png,image/webp,image/avif';
