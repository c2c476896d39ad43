import { downscript, script } from '../../schema/domain/devices/interface/script.ts';
import { removeElement } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

/** A script without a path, by which people mean "no script". */
export const empty: Rule = {
  code: 'script/empty',
  severity: 'error',
  covers: ['SC03'],
  replaces: ['value/bad-format'],
  page: {
    title: 'Script with an empty path',
    explanation: `libvirt takes an empty \`path\` as no script and drops the element. Its schema, which \`virsh edit\` and \`virsh define --validate\` ask, wants a path and refuses the document. No script is run where there is no \`<script>\`.`,
    bad: "<interface type='ethernet'>\n  <script path=''/>\n</interface>",
    good: "<interface type='ethernet'>\n  <target dev='tap7'/>\n</interface>",
  },
  on: [script, downscript],
  check({ xml }, { document, report }) {
    const path = findAttribute(xml, 'path');
    if (!path?.valueRange || !path.closed || path.value !== '') return;
    report({
      range: valueRange(path),
      message: `The path is empty. libvirt takes that as no script, its schema refuses the document. Remove <${xml.name}>.`,
      fixes: () => [
        { title: `Remove <${xml.name}>`, preferred: true, safe: true, edits: removeElement(document.xml, xml) },
      ],
    });
  },
};
