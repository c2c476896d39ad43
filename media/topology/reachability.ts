import type { PageMessage } from '../../client/src/topology/messages.ts';
import type { LineRange, Topology, TopologyPath } from '../../server/src/protocol.ts';

type Paths = Extract<PageMessage, { type: 'paths' }>;

interface Parts {
  readonly from: HTMLSelectElement;
  readonly to: HTMLSelectElement;
  readonly hairpin: HTMLInputElement;
  readonly answer: HTMLElement;
  readonly ask: (from: string, to: string, hairpin: boolean) => void;
  /** Draws the way; nothing without one. */
  readonly mark: (path: TopologyPath | undefined) => void;
}

export interface Reachability {
  readonly setTopology: (topology: Topology<LineRange>) => void;
  readonly choose: (end: 'from' | 'to', id: string) => void;
  /** The first end, then the second; a third choice begins anew. */
  readonly chooseNext: (id: string) => void;
  readonly show: (paths: Paths) => void;
}

/** The two ends that are chosen, and the answer. */
export function createReachability({ from, to, hairpin, answer, ask, mark }: Parts): Reachability {
  const update = () => {
    if (from.value !== '' && to.value !== '') {
      ask(from.value, to.value, hairpin.checked);
      return;
    }
    answer.replaceChildren();
    mark(undefined);
  };
  for (const input of [from, to, hairpin]) input.addEventListener('change', update);
  const choose = (end: 'from' | 'to', id: string) => {
    const select = end === 'from' ? from : to;
    if (![...select.options].some(({ value }) => value === id)) return;
    select.value = id;
    update();
  };
  return {
    setTopology: topology => {
      fillOptions(from, topology);
      fillOptions(to, topology);
      update();
    },
    choose,
    chooseNext: id => {
      const restart = from.value === '' || to.value !== '';
      if (restart) to.value = '';
      choose(restart ? 'from' : 'to', id);
    },
    show: ({ there, back }) => {
      answer.replaceChildren(
        ...(there ? [renderAnswer('→', there)] : []),
        ...(back && (back.verdict !== there?.verdict || back.message !== there.message)
          ? [renderAnswer('←', back)]
          : []),
      );
      mark(there ?? undefined);
    },
  };
}

const verdictLabels = { reaches: 'reaches', depends: 'depends', blocked: 'does not reach' } as const;

function renderAnswer(direction: string, { verdict, message }: TopologyPath): HTMLElement {
  const line = document.createElement('p');
  const badge = document.createElement('strong');
  badge.className = verdict;
  badge.textContent = `${direction} ${verdictLabels[verdict]}`;
  line.append(badge, ` ${message}`);
  return line;
}

/** Domains with their interfaces, then the host and the outside; what was chosen stays, if it is still there. */
function fillOptions(select: HTMLSelectElement, { nodes }: Topology<LineRange>): void {
  const chosen = select.value;
  const fixed = nodes.filter(({ kind }) => kind === 'host' || kind === 'outside');
  const domains = nodes.filter(({ kind }) => kind === 'domain');
  select.replaceChildren(
    new Option('…', ''),
    ...fixed.map(({ id, label }) => new Option(label, id)),
    ...domains.flatMap(({ id, label, interfaces }) => [
      new Option(label, id),
      ...(interfaces.length > 1 ? interfaces.map(part => new Option(`${label}: ${part.label}`, part.id)) : []),
    ]),
  );
  select.value = chosen;
  if (select.selectedIndex < 0) select.value = '';
}
