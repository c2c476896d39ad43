import type { LineRange, Topology, TopologyEntry } from '../../server/src/protocol.ts';
import { describeFinding, kindLabels } from './drawTopology.ts';
import { columns } from './layout.ts';

/** The same as the picture in words: a row for each node and interface, with what it leads to. */
export function renderTable({ nodes, links }: Topology<LineRange>): HTMLTableElement {
  const labels = new Map(nodes.flatMap(node => [node, ...node.interfaces]).map(({ id, label }) => [id, label]));
  const leadsTo = (id: string) =>
    links
      .filter(({ from }) => from === id)
      .map(({ to, assumed }) => `${labels.get(to)}${assumed ? ' (assumed)' : ''}`)
      .join(', ');
  const table = document.createElement('table');
  table.createCaption().textContent = 'Domains, networks and devices, and what each is connected to';
  const head = table.createTHead().insertRow();
  for (const title of ['Name', 'Kind', 'Details', 'Connected to', 'Findings']) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = title;
    head.append(cell);
  }
  const body = table.createTBody();
  const add = (entry: TopologyEntry<LineRange>, kind: string) => {
    const row = body.insertRow();
    row.className = kind === 'interface' ? 'part' : '';
    row.insertCell().append(nameOf(entry));
    const texts = [kind, entry.details.join(', '), leadsTo(entry.id), entry.findings.map(describeFinding).join('\n')];
    for (const text of texts) row.insertCell().textContent = text;
  };
  for (const node of nodes.toSorted((first, second) => columns[first.kind] - columns[second.kind])) {
    add(node, kindLabels[node.kind]);
    for (const part of node.interfaces) add(part, 'interface');
  }
  return table;
}

/** A button where there is a text to go to. */
function nameOf({ id, label, place }: TopologyEntry<LineRange>): Node {
  if (!place) return document.createTextNode(label);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link-button';
  button.textContent = label;
  button.dataset['id'] = id;
  return button;
}
