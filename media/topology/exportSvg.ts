const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'opacity',
] as const;

const MARGIN = 20;

/** The whole picture as a file of its own, with the colours of this moment. */
export function exportSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  const originals = [...svg.querySelectorAll('*')];
  [...copy.querySelectorAll('*')].forEach((element, index) => {
    const original = originals[index];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const property of PROPERTIES) element.setAttribute(property, style.getPropertyValue(property));
    for (const name of ['class', 'tabindex', 'role', 'data-id', 'data-from', 'data-to']) element.removeAttribute(name);
  });
  const width = Number(svg.dataset['width']) + 2 * MARGIN;
  const height = Number(svg.dataset['height']) + 2 * MARGIN;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `${-MARGIN} ${-MARGIN} ${width} ${height}`);
  copy.firstElementChild?.removeAttribute('transform');
  const background = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const area = { x: -MARGIN, y: -MARGIN, width, height, fill: getComputedStyle(document.body).backgroundColor };
  for (const [name, value] of Object.entries(area)) background.setAttribute(name, String(value));
  copy.prepend(background);
  return new XMLSerializer().serializeToString(copy);
}
