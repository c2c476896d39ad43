export interface Viewport {
  /** Takes another picture in; unless it is the first of its kind, what is seen stays where it is. */
  readonly show: (svg: SVGSVGElement, isFirst: boolean) => void;
  readonly fit: () => void;
  readonly zoom: (factor: number) => void;
  /** Brings a part of the picture into sight. */
  readonly reveal: (element: Element) => void;
}

const MARGIN = 20;
const LEAST = 0.02;
const LEAST_LEGIBLE = 0.5;
const MOST = 4;

/** A part of the picture in sight: dragged with the pointer, zoomed with Ctrl and the wheel. */
export function createViewport(frame: HTMLElement): Viewport {
  let svg: SVGSVGElement | undefined;
  let scale = 1;
  let x = MARGIN;
  let y = MARGIN;

  const apply = () => {
    svg?.querySelector('.content')?.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`);
  };
  const zoomAt = (factor: number, left: number, top: number) => {
    const next = Math.min(MOST, Math.max(LEAST, scale * factor));
    x = left - ((left - x) * next) / scale;
    y = top - ((top - y) * next) / scale;
    scale = next;
    apply();
  };
  const fit = () => {
    const width = Number(svg?.dataset['width'] ?? 1);
    const height = Number(svg?.dataset['height'] ?? 1);
    const room = { width: frame.clientWidth - 2 * MARGIN, height: frame.clientHeight - 2 * MARGIN };
    // A small picture is not blown up.
    scale = Math.min(1.25, Math.max(LEAST, Math.min(room.width / width, room.height / height)));
    x = MARGIN + Math.max(0, (room.width - width * scale) / 2);
    y = MARGIN + Math.max(0, (room.height - height * scale) / 2);
    apply();
  };

  /** As a whole where that is legible, else from its beginning. */
  const start = () => {
    fit();
    if (scale >= LEAST_LEGIBLE) return;
    scale = LEAST_LEGIBLE;
    x = MARGIN;
    y = MARGIN;
    apply();
  };

  frame.addEventListener(
    'wheel',
    event => {
      event.preventDefault();
      const { left, top } = frame.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey) {
        zoomAt(Math.exp(-event.deltaY / 300), event.clientX - left, event.clientY - top);
        return;
      }
      x -= event.deltaX;
      y -= event.deltaY;
      apply();
    },
    { passive: false },
  );
  frame.addEventListener('pointerdown', start => {
    if (start.button !== 0 || (start.target instanceof Element && start.target.closest('[data-id]'))) return;
    frame.setPointerCapture(start.pointerId);
    const from = { x: x - start.clientX, y: y - start.clientY };
    const move = (event: PointerEvent) => {
      x = from.x + event.clientX;
      y = from.y + event.clientY;
      apply();
    };
    frame.addEventListener('pointermove', move);
    frame.addEventListener('lostpointercapture', () => frame.removeEventListener('pointermove', move), { once: true });
  });

  return {
    show: (next, isFirst) => {
      svg = next;
      frame.replaceChildren(next);
      if (isFirst) start();
      else apply();
    },
    fit,
    zoom: factor => zoomAt(factor, frame.clientWidth / 2, frame.clientHeight / 2),
    reveal: element => {
      const outer = frame.getBoundingClientRect();
      const inner = element.getBoundingClientRect();
      const isInside =
        inner.left >= outer.left &&
        inner.right <= outer.right &&
        inner.top >= outer.top &&
        inner.bottom <= outer.bottom;
      if (isInside) return;
      x += outer.left + outer.width / 2 - (inner.left + inner.width / 2);
      y += outer.top + outer.height / 2 - (inner.top + inner.height / 2);
      apply();
    },
  };
}
