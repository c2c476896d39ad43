export interface KeyActions {
  readonly open: (id: string) => void;
  readonly chooseFrom: (id: string) => void;
  readonly chooseTo: (id: string) => void;
  readonly reveal: (element: Element) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

export const ZOOM_STEP = 1.25;

/** One stop for Tab; from there the arrows go to the nearest entry in their direction. */
export function handleKeys(frame: HTMLElement, actions: KeyActions): void {
  frame.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const entry = event.target instanceof Element ? event.target.closest('[data-id]') : null;
    if (!run(event.key, entry, frame, actions)) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** Whether the key means something here. */
function run(key: string, entry: Element | null, frame: HTMLElement, actions: KeyActions): boolean {
  const id = entry?.getAttribute('data-id') ?? '';
  switch (key) {
    case '+':
      actions.zoom(ZOOM_STEP);
      return true;
    case '-':
      actions.zoom(1 / ZOOM_STEP);
      return true;
    case '0':
      actions.fit();
      return true;
    case 'Enter':
    case ' ':
      actions.open(id);
      return id !== '';
    case 'f':
      actions.chooseFrom(id);
      return id !== '';
    case 't':
      actions.chooseTo(id);
      return id !== '';
    default: {
      const direction = directions[key];
      const next = direction && entry && findNext(frame, entry, direction);
      if (!(next instanceof SVGElement)) return direction !== undefined;
      focusEntry(frame, next);
      actions.reveal(next);
      return true;
    }
  }
}

const directions: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The focus, and with it the one stop for Tab. */
export function focusEntry(frame: HTMLElement, entry: SVGElement): void {
  makeStop(frame, entry);
  entry.focus();
}

/** The entry that Tab goes to. */
export function makeStop(frame: HTMLElement, entry: Element): void {
  for (const other of frame.querySelectorAll('[data-id][tabindex="0"]')) other.setAttribute('tabindex', '-1');
  entry.setAttribute('tabindex', '0');
}

function findNext(
  frame: HTMLElement,
  from: Element,
  direction: { readonly x: number; readonly y: number },
): Element | undefined {
  const start = middleOf(from);
  let best: Element | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const other of frame.querySelectorAll('[data-id]')) {
    const middle = middleOf(other);
    const along = (middle.x - start.x) * direction.x + (middle.y - start.y) * direction.y;
    const aside = Math.abs((middle.x - start.x) * direction.y) + Math.abs((middle.y - start.y) * direction.x);
    // Aside counts more, so that the arrows stay in their row or column.
    const distance = along + 3 * aside;
    if (other === from || along <= 1 || distance >= least) continue;
    least = distance;
    best = other;
  }
  return best;
}

function middleOf(element: Element): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
