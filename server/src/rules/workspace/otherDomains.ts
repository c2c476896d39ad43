import { normalizeUuid } from '../../workspace/fileFacts.ts';
import type { FactKind, FileFacts } from '../../workspace/model.ts';
import { placedText } from '../../workspace/placed.ts';
import type { RuleContext } from '../rule.ts';

/**
 * The files of other domains that have a value. Two files of one name are two states of one guest (a copy, a backup, the
 * same guest on another host) unless their UUIDs say otherwise: they collide with nothing. A document that is no whole
 * domain collides with nothing either, as a domain may have it already.
 */
export function* domainsWith(
  kind: FactKind,
  value: string,
  { workspace, document }: Pick<RuleContext, 'workspace' | 'document'>,
): Generator<FileFacts> {
  const root = document.xml.root;
  if (!workspace || !root || document.kind?.id !== 'domain') return;
  const name = placedText(root, 'name')?.value;
  const written = placedText(root, 'uuid')?.value;
  const uuid = written && normalizeUuid(written);
  for (const file of workspace.files.filesWith(kind, value)) {
    // A template may be what the document was made from.
    if (file.kind !== 'domain' || file.uri === workspace.uri || file.template) continue;
    const sameGuest = file.name?.value === name && (!uuid || !file.uuid || file.uuid.value === uuid);
    if (!sameGuest) yield file;
  }
}

/** `domain web` for messages; the file's name where it has none. */
export function domainLabel({ name, uri }: FileFacts): string {
  return `domain ${name?.value ?? decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))}`;
}
