import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderModesPage } from '../../docs/renderModesPage.ts';
import { allPictures } from '../../server/src/pictures/allPictures.ts';
import { renderPicture } from '../../server/src/pictures/renderPicture.ts';

const docs = join(import.meta.dirname, '../../docs');

// `npm run docs` runs this file with --update, which draws the pictures anew.
test.each(allPictures.map(picture => [picture.name, picture] as const))(
  '%s.svg is up to date',
  async (name, picture) => {
    await expect(renderPicture(picture)).toMatchFileSnapshot(join(docs, 'images/modes', `${name}.svg`));
  },
);

test('modes.md shows every picture', async () => {
  await expect(renderModesPage()).toMatchFileSnapshot(join(docs, 'modes.md'));
});

test('there is no picture that is gone', () => {
  const files = readdirSync(join(docs, 'images/modes'));
  expect(new Set(files)).toEqual(new Set(allPictures.map(({ name }) => `${name}.svg`)));
});
