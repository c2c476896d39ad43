import { insertChild } from '../xml/edit.ts';
import { findChild } from '../xml/query.ts';
import type { TextEdit } from '../xml/range.ts';
import type { XmlDocument, XmlElement } from '../xml/tree.ts';

/** Edits of a network's document that give its guests what they miss, made while its text is at hand. */
export interface NetworkInsertions {
  /** An inbound bandwidth; `RATE` stands for the kilobytes per second. Absent when the network has one. */
  readonly bandwidth?: readonly TextEdit[] | undefined;
  /** A device of the host to put guests on; absent when the network has no `<forward>`. */
  readonly device?: readonly TextEdit[] | undefined;
}

/** What stands for the rate in the text of `bandwidth`. */
export const RATE = 'RATE';

export function readInsertions(document: XmlDocument, root: XmlElement): NetworkInsertions {
  const forward = findChild(root, 'forward');
  return {
    bandwidth: insertBandwidth(document, root),
    device: forward && insertChild(document, forward, "<interface dev='eth0'/>"),
  };
}

function insertBandwidth(document: XmlDocument, root: XmlElement): readonly TextEdit[] | undefined {
  const bandwidth = findChild(root, 'bandwidth');
  const inbound = `<inbound average='${RATE}'/>`;
  if (!bandwidth) return insertChild(document, root, `<bandwidth>\n  ${inbound}\n</bandwidth>`);
  return findChild(bandwidth, 'inbound') ? undefined : insertChild(document, bandwidth, inbound);
}
