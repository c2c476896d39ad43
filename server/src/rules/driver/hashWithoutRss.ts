import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { insertAttribute, replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { virtioDriver } from './virtioCard.ts';

/** The hash of a flow is reported, and frames are not spread by it. */
export const hashWithoutRss: Rule = {
  code: 'driver/hash-without-rss',
  severity: 'information',
  covers: ['MOD17'],
  page: {
    title: 'Hash reports without receive-side scaling',
    explanation:
      "`rss_hash_report='on'` only tells the guest the hash of each frame. To spread frames over the queues by that hash, `rss='on'` is needed as well.",
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='virtio'/>\n  <driver queues='4' rss_hash_report='on'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='virtio'/>\n  <driver queues='4' rss='on' rss_hash_report='on'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const found = virtioDriver(element);
    const hash = found && findAttribute(found.driver, 'rss_hash_report');
    if (!found || hash?.value !== 'on' || !hash.closed) return;
    const rss = findAttribute(found.driver, 'rss');
    if (rss && rss.value !== 'off') return;
    report({
      range: valueRange(hash),
      message:
        "The guest gets the hash of each frame, but without rss='on' no frame goes to another queue for it. Add rss='on' if the load shall be spread.",
      fixes: () => [
        {
          title: "Set rss='on'",
          preferred: true,
          edits: rss
            ? replaceValue(document.xml, rss, 'on')
            : insertAttribute(document.xml, found.driver, 'rss', 'on', hash),
        },
      ],
    });
  },
};
