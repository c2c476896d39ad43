import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { allPictures } from '../../server/src/pictures/allPictures.ts';
import { layoutPicture } from '../../server/src/pictures/layoutPicture.ts';
import { renderPicture } from '../../server/src/pictures/renderPicture.ts';

const byName = allPictures.map(picture => [picture.name, picture] as const);

const failOn = (message: string) => expect.unreachable(message);

describe.each(byName)('%s', (_, picture) => {
  const ids = picture.rows.flat().map(({ id }) => id);
  const linked = new Set(picture.links.flatMap(([upper, lower]) => [`${upper} ${lower}`, `${lower} ${upper}`]));

  test('goes only where there is a link', () => {
    for (const { path, blockedBefore } of picture.flows) {
      const way = blockedBefore ? [...path, blockedBefore] : path;
      const steps = way.slice(1).map((id, index) => `${way[index]} ${id}`);
      expect(steps.filter(step => !linked.has(step))).toEqual([]);
    }
  });

  test('names no node that is not there', () => {
    expect([...picture.links.flat(), ...(picture.owned ?? [])].filter(id => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('ends a way at a cross exactly when it does not arrive', () => {
    for (const { verdict, blockedBefore } of picture.flows) expect(blockedBefore !== undefined).toBe(verdict === 'no');
  });

  test('draws lines that run straight, within the picture, none on another', () => {
    const { width, height, flows } = layoutPicture(picture);
    const uprights = flows.flatMap(({ points }) => {
      const corners = points.slice(1).map((point, index) => ({ from: points[index] ?? point, to: point }));
      for (const { from, to } of corners) expect(from.x === to.x || from.y === to.y).toBe(true);
      for (const { x, y } of points) expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
      return [...new Set(corners.filter(({ from, to }) => from.x === to.x).map(({ to }) => to.x))];
    });
    expect(new Set(uprights).size).toBe(uprights.length);
  });

  test('is well-formed, and says in words what it shows', () => {
    const svg = new DOMParser({ onError: failOn }).parseFromString(
      renderPicture(picture),
      'image/svg+xml',
    ).documentElement;
    expect(svg?.getElementsByTagName('title')[0]?.textContent).toBe(picture.title);
    expect(svg?.getElementsByTagName('desc')[0]?.textContent).toBe(picture.description);
    expect(picture.description).not.toMatch(/[[\]\n]/);
  });
});

test('what is written is escaped', () => {
  const label = '<b> & "c"';
  const svg = renderPicture({
    name: 'odd',
    title: label,
    description: label,
    rows: [[{ id: 'a', label, note: label }]],
    links: [],
    flows: [],
  });
  expect(svg).not.toContain('<b>');
  expect(svg.match(/&lt;b&gt; &amp;/g)).toHaveLength(4);
});
