import type { PageMessage, PageRequest, Scope } from '../../client/src/topology/messages.ts';
import type { LineRange, Topology, TopologyPath } from '../../server/src/protocol.ts';
import { drawTopology } from './drawTopology.ts';
import { exportSvg } from './exportSvg.ts';
import { handleKeys, makeStop, ZOOM_STEP } from './keyboard.ts';
import { layOut } from './layout.ts';
import { measureNode } from './measure.ts';
import { createReachability } from './reachability.ts';
import { renderTable } from './table.ts';
import { createViewport } from './viewport.ts';

declare function acquireVsCodeApi(): { readonly postMessage: (message: PageRequest) => void };

const vscode = acquireVsCodeApi();
const picture = find('picture', HTMLElement);
const table = find('table', HTMLElement);
const empty = find('empty', HTMLElement);
const scope = find('scope', HTMLSelectElement);
const tableToggle = find('table-toggle', HTMLButtonElement);
const viewport = createViewport(picture);

let current: string | undefined;
let path: TopologyPath | undefined;
let drawnTitle: string | undefined;
let drawings = 0;

const open = (id: string) => vscode.postMessage({ type: 'open', id });
const reachability = createReachability({
  from: find('from', HTMLSelectElement),
  to: find('to', HTMLSelectElement),
  hairpin: find('hairpin', HTMLInputElement),
  answer: find('answer', HTMLElement),
  ask: (from, to, hairpin) => vscode.postMessage({ type: 'ask', from, to, hairpin }),
  mark: marked => {
    path = marked;
    markEntries();
  },
});

window.addEventListener('message', ({ data }: MessageEvent<PageMessage>) => {
  switch (data.type) {
    case 'topology':
      scope.value = data.scope;
      void draw(data.topology, `${data.scope} ${data.title}`);
      break;
    case 'empty':
      scope.value = data.scope;
      showEmpty(data.message);
      break;
    case 'current':
      current = data.id;
      markEntries();
      revealCurrent();
      break;
    case 'paths':
      reachability.show(data);
      break;
  }
});

/** A picture of something else than before is shown as a whole; one that has changed stays where it is. */
async function draw(topology: Topology<LineRange>, title: string): Promise<void> {
  const own = ++drawings;
  const layout = await layOut(topology, measureNode);
  if (own !== drawings) return;
  const focused = document.activeElement?.getAttribute('data-id');
  const svg = drawTopology(layout);
  empty.hidden = true;
  showTable(tableToggle.ariaPressed === 'true');
  const isFirst = title !== drawnTitle;
  viewport.show(svg, isFirst);
  drawnTitle = title;
  table.replaceChildren(renderTable(topology));
  const stop = findEntry(focused) ?? svg.querySelector('[data-id]');
  if (stop) makeStop(picture, stop);
  if (focused && stop instanceof SVGElement) stop.focus();
  reachability.setTopology(topology);
  markEntries();
  if (isFirst) revealCurrent();
}

function showEmpty(message: string): void {
  drawings++;
  drawnTitle = undefined;
  empty.textContent = message;
  empty.hidden = false;
  picture.replaceChildren();
  table.replaceChildren();
  reachability.setTopology({ nodes: [], links: [] });
}

/** What the cursor is on, the two ends, and the way between them. */
function markEntries(): void {
  const onPath = new Set(path?.path);
  for (const entry of picture.querySelectorAll('[data-id]')) {
    const id = entry.getAttribute('data-id') ?? '';
    entry.classList.toggle('current', id === current);
    entry.classList.toggle('on-path', onPath.has(id));
    entry.classList.toggle('end', id === path?.path[0] || id === path?.path.at(-1));
  }
  const steps = new Set(path?.path.flatMap((id, index, ids) => [`${ids[index - 1]} ${id}`, `${id} ${ids[index - 1]}`]));
  for (const link of picture.querySelectorAll('.link')) {
    link.classList.toggle('on-path', steps.has(`${link.getAttribute('data-from')} ${link.getAttribute('data-to')}`));
  }
  picture.dataset['verdict'] = path?.verdict ?? '';
}

function revealCurrent(): void {
  const entry = findEntry(current);
  if (entry) viewport.reveal(entry);
}

function findEntry(id: string | null | undefined): Element | undefined {
  if (!id) return undefined;
  return [...picture.querySelectorAll('[data-id]')].find(entry => entry.getAttribute('data-id') === id);
}

function showTable(shown: boolean): void {
  tableToggle.ariaPressed = String(shown);
  table.hidden = !shown;
  picture.hidden = shown;
}

function find<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`no ${id}`);
  return element;
}

picture.addEventListener('click', event => {
  const id = event.target instanceof Element && event.target.closest('[data-id]')?.getAttribute('data-id');
  if (!id) return;
  if (event.shiftKey) reachability.chooseNext(id);
  else open(id);
});
table.addEventListener('click', event => {
  const id = event.target instanceof HTMLElement ? event.target.dataset['id'] : undefined;
  if (id) open(id);
});
handleKeys(picture, {
  open,
  chooseFrom: id => reachability.choose('from', id),
  chooseTo: id => reachability.choose('to', id),
  reveal: viewport.reveal,
  zoom: viewport.zoom,
  fit: viewport.fit,
});
scope.addEventListener('change', () => {
  const chosen: Scope = scope.value === 'document' ? 'document' : 'workspace';
  vscode.postMessage({ type: 'scope', scope: chosen });
});
tableToggle.addEventListener('click', () => showTable(tableToggle.ariaPressed !== 'true'));
find('zoom-in', HTMLElement).addEventListener('click', () => viewport.zoom(ZOOM_STEP));
find('zoom-out', HTMLElement).addEventListener('click', () => viewport.zoom(1 / ZOOM_STEP));
find('fit', HTMLElement).addEventListener('click', viewport.fit);
find('export', HTMLElement).addEventListener('click', () => {
  const svg = picture.querySelector('svg');
  if (svg) vscode.postMessage({ type: 'export', svg: exportSvg(svg) });
});
vscode.postMessage({ type: 'ready' });
