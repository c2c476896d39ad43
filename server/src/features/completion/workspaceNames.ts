import type { FileFacts, WorkspaceAround } from '../../workspace/model.ts';
import type { ReferencePlace } from '../../workspace/referenceFamilies.ts';
import { attributeValue } from '../../xml/query.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { ValueCandidate } from './valueCandidates.ts';

/** The networks, port groups and filters that the files of the workspace define, where one of them is referred to. */
export function findWorkspaceNames(
  workspace: WorkspaceAround | undefined,
  element: XmlElement | undefined,
  place: ReferencePlace | undefined,
): readonly ValueCandidate[] {
  if (!workspace || place?.role !== 'reference') return [];
  const { files } = workspace;
  switch (place.family.thing) {
    case 'network':
      return files
        .valuesOf('network')
        .toSorted()
        .map(value => ({ value, kind: 'reference', detail: describe(files.filesWith('network', value)) }));
    case 'portgroup': {
      const network = (element && attributeValue(element, 'network')) ?? '';
      const groups = files.filesWith('network', network).flatMap(file => file.network?.portgroups ?? []);
      return groups.map(({ name, isDefault }) => ({
        value: name,
        kind: 'reference',
        detail: `port group of ${network}${isDefault ? ', the default' : ''}`,
      }));
    }
    case 'filter':
      return files
        .valuesOf('filter')
        .toSorted()
        .map(value => ({ value, kind: 'reference', detail: 'filter of this workspace' }));
    default:
      return [];
  }
}

/** How guests on the network reach others. */
function describe([file]: readonly FileFacts[]): string {
  const forward = file?.network?.forward;
  return forward === undefined || forward === 'none' ? 'isolated network' : `network, ${forward}`;
}
