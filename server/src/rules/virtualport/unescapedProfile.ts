import { replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { findVirtualport, virtualportHolders } from './parameters.ts';

/** A profile name that libvirt writes into its own files without escaping it. */
export const unescapedProfile: Rule = {
  code: 'virtualport/unescaped-profile',
  severity: 'warning',
  covers: [],
  page: {
    title: 'profileid that libvirt cannot store',
    explanation: `libvirt writes the profile name into its own file without escaping it. A name with \`&\`, \`<\` or a quote is defined without complaint, also when it is escaped here as it must be; the stored file is then no XML any more, and the guest is gone when libvirt reads its files the next time (seen with 9.0.0 and 11.3.0). Use a profile name without these characters.`,
    bad: "<interface type='direct'>\n  <source dev='eth0' mode='private'/>\n  <virtualport type='802.1Qbh'>\n    <parameters profileid='R&amp;D'/>\n  </virtualport>\n</interface>",
    good: "<interface type='direct'>\n  <source dev='eth0' mode='private'/>\n  <virtualport type='802.1Qbh'>\n    <parameters profileid='R-and-D'/>\n  </virtualport>\n</interface>",
  },
  on: virtualportHolders,
  check(element, { document, report }) {
    const { parameters, type } = findVirtualport(element) ?? {};
    const profileid = parameters && findAttribute(parameters, 'profileid');
    if (!profileid?.closed || type === '802.1Qbg' || type === 'midonet') return;
    if (!/[&<'"]/.test(profileid.value)) return;
    const plain = profileid.value.replaceAll('&', '-and-').replaceAll(/[<'"]/g, '-');
    report({
      range: valueRange(profileid),
      message:
        'The name contains a character that libvirt stores unescaped (& < \' or "). It defines the document, and loses it when it reads its files again. Use a profile name without it.',
      fixes: () => [{ title: `Write ${plain}`, edits: replaceValue(document.xml, profileid, plain) }],
    });
  },
};
