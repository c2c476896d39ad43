import { allPictures } from '../server/src/pictures/allPictures.ts';
import type { Picture } from '../server/src/pictures/picture.ts';

/** The page that shows every picture, as Markdown: `docs/modes.md`. */
export function renderModesPage(): string {
  return [
    '# Who reaches whom: the modes of interfaces and networks',
    '',
    'Each picture shows the way of a frame from guest A to another guest, to the host and to the outside.',
    'A solid line arrives, a dashed one depends on something that libvirt does not set up, a dotted one ends at the cross.',
    'The same pictures are shown in the hovers of modes, types and forward modes.',
    '',
    ...allPictures.flatMap(renderSection),
  ].join('\n');
}

function renderSection({ name, title, description }: Picture): readonly string[] {
  return [`## ${title}`, '', description, '', `![${title}](images/modes/${name}.svg)`, ''];
}
