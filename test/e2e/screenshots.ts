import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SCREENSHOTS_FOLDER } from './ui/workbenchPage.ts';

// `npm run screenshots`: the README's pictures, taken by the tests of the workbench that have just run.

const IMAGES_FOLDER = 'docs/images';

mkdirSync(IMAGES_FOLDER, { recursive: true });
for (const name of ['overview', 'completion', 'diagnostics', 'hover', 'quick-fix', 'topology']) {
  copyFileSync(join(SCREENSHOTS_FOLDER, `${name}.png`), join(IMAGES_FOLDER, `${name}.png`));
}
