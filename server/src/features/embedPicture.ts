import type { Picture } from '../pictures/picture.ts';
import { type PictureSize, renderPicture } from '../pictures/renderPicture.ts';

/** A picture in Markdown, as an image that carries its data along. */
export function embedPicture(picture: Picture, size: PictureSize = 'natural'): string {
  // Markdown ends the address of an image at a closing parenthesis.
  const data = encodeURIComponent(renderPicture(picture, size)).replaceAll('(', '%28').replaceAll(')', '%29');
  return `![${picture.description}](data:image/svg+xml,${data})`;
}
