import { removeElement } from '../../xml/edit.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { XmlDocument } from '../../xml/tree.ts';
import type { Finding } from '../finding.ts';
import type { CodeDescription } from '../rule.ts';
import type { Suppression } from './suppression.ts';

/** A suppressing comment that switches nothing off any more. */
export const unusedSuppression: CodeDescription = {
  code: 'control/unused-suppression',
  severity: 'hint',
  covers: [],
  page: {
    title: 'Comment that suppresses nothing',
    explanation:
      'The comment switches off a code that is not found there: it is misspelt, or the mistake has been mended. An old comment would hide the next mistake of that kind. Comments are `<!-- libvirt-xml-disable-next-element CODE, CODE: reason -->` for the element that follows, and `<!-- libvirt-xml-disable CODE: reason -->` for the whole file. libvirt itself drops comments when a document is defined.',
    bad: "<interface type='network'>\n  <!-- libvirt-xml-disable-next-element mac/duplicate -->\n  <mac address='52:54:00:00:00:01'/>\n  <source network='default'/>\n</interface>",
    good: "<interface type='network'>\n  <mac address='52:54:00:00:00:01'/>\n  <source network='default'/>\n</interface>",
  },
};

export function reportUnused(document: XmlDocument, unused: readonly Suppression[]): readonly Finding[] {
  return unused.map(suppression => ({
    code: unusedSuppression.code,
    severity: unusedSuppression.severity,
    range: suppression.range,
    message: `${suppression.code} is not found here, so this comment suppresses nothing. Remove it, so that it cannot hide a mistake to come.`,
    unnecessary: true,
    fixes: () => [
      {
        title: `Remove the suppression of ${suppression.code}`,
        preferred: true,
        safe: true,
        edits: removeCode(document, suppression),
      },
    ],
  }));
}

/** Takes the code out of the comment, or the comment away when no other code is left in it. */
function removeCode(document: XmlDocument, suppression: Suppression): readonly TextEdit[] {
  const { comment, range } = suppression;
  const rest = document.text.slice(range.end, comment.end);
  const before = document.text.slice(comment.start, range.start);
  const following = /^\s*,\s*/.exec(rest);
  if (following) return [{ start: range.start, end: range.end + following[0].length, text: '' }];
  const preceding = /\s*,\s*$/.exec(before);
  if (preceding) return [{ start: range.start - preceding[0].length, end: range.end, text: '' }];
  return removeElement(document, comment);
}
