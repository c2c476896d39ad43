import { bridgePictures } from './bridgePictures.ts';
import { macvtapPictures } from './macvtapPictures.ts';
import { networkPictures } from './networkPictures.ts';
import type { Picture } from './picture.ts';

/** In the order of docs/modes.md. */
export const allPictures: readonly Picture[] = [
  ...Object.values(macvtapPictures),
  ...Object.values(bridgePictures),
  ...Object.values(networkPictures),
];
