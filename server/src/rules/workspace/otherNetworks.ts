import type { BoundElement } from '../../binding/model.ts';
import { normalizeUuid } from '../../workspace/fileFacts.ts';
import type { FactKind, FileFacts } from '../../workspace/model.ts';
import { placedText } from '../../workspace/placed.ts';
import type { RuleContext } from '../rule.ts';

/**
 * The files of other networks that have a value. A file of the same name is the same network (a copy, the same network
 * on another host) unless its UUID says otherwise.
 */
export function* otherNetworks(
  kind: FactKind,
  value: string,
  { xml }: BoundElement,
  { workspace }: Pick<RuleContext, 'workspace'>,
): Generator<FileFacts> {
  if (!workspace) return;
  const name = placedText(xml, 'name')?.value;
  const written = placedText(xml, 'uuid')?.value;
  const uuid = written && normalizeUuid(written);
  for (const file of workspace.files.filesWith(kind, value)) {
    // A template may be what the document was made from.
    if (file.kind !== 'network' || file.uri === workspace.uri || file.template) continue;
    const same = file.name?.value === name && (!uuid || !file.uuid || file.uuid.value === uuid);
    if (!same) yield file;
  }
}

/** `network lab` for messages; the file's name where it has none. */
export function networkLabel({ name, uri }: FileFacts): string {
  return `network ${name?.value ?? decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))}`;
}
