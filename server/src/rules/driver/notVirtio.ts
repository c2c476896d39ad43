import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { removeAttribute, removeElement } from '../../xml/edit.ts';
import { childElements } from '../../xml/query.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import { setModel } from '../model/setModel.ts';
import type { Rule } from '../rule.ts';
import { listNames } from '../wording.ts';
import { cardDriver, queueTypes } from './virtioCard.ts';

/** What virDomainNetDefParseXMLDriver reads for a virtio card only. */
const virtioAttributes = new Set([
  'name',
  'queues',
  'rx_queue_size',
  'tx_queue_size',
  'rss',
  'rss_hash_report',
  'txmode',
  'ioeventfd',
  'event_idx',
]);
const virtioChildren = new Set(['host', 'guest']);

/** Tuning of a virtio card beside another card, or beside none. */
export const notVirtio: Rule = {
  code: 'driver/not-virtio',
  severity: 'warning',
  covers: ['MOD03', 'VU12'],
  page: {
    title: 'Tuning of a virtio card, and the card is none',
    explanation: `libvirt reads back end, queues, queue sizes and offloads in \`<driver>\` only when \`<model>\` says virtio **in the text**. With any other card it drops them without a message. The same holds when no model is written, even for \`vdpa\` and \`vhostuser\`, which get virtio anyway: the model is filled in after the options were passed over.`,
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='e1000'/>\n  <driver name='vhost' queues='4'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <model type='virtio'/>\n  <driver name='vhost' queues='4'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const found = cardDriver(element);
    if (!found || found.card.isVirtio) return;
    const { driver, card, type } = found;
    const dropped = droppedNames(driver);
    if (dropped.length === 0) return;
    const what = card.name === undefined ? 'no <model> is written' : `the card is ${card.name}`;
    report({
      range: driver.nameRange,
      message: `libvirt reads ${listNames(dropped, 'and')} for a virtio card only, and ${what}: it drops ${dropped.length > 1 ? 'them' : 'it'} without a word. Write <model type='virtio'/>, or leave ${dropped.length > 1 ? 'them' : 'it'} out.`,
      unnecessary: true,
      fixes: () => {
        const virtio = setModel(document.xml, element, 'virtio');
        const remove = removeDropped(document.xml, driver);
        // With a type that has no queues the virtio card would only bring the next mistake.
        const prefersVirtio = queueTypes.has(type);
        return [
          { title: "Set <model type='virtio'/>", ...(prefersVirtio && { preferred: true as const }), edits: virtio },
          { ...remove, ...(!prefersVirtio && { preferred: true as const }) },
        ];
      },
    });
  },
};

function droppedNames(driver: XmlElement): readonly string[] {
  return [
    ...driver.attributes.map(({ name }) => name).filter(name => virtioAttributes.has(name)),
    ...childElements(driver)
      .filter(({ name }) => virtioChildren.has(name))
      .map(({ name }) => `<${name}>`),
  ];
}

/** Takes out what is not read; the whole element when nothing else stands there. */
function removeDropped(document: XmlDocument, driver: XmlElement): Fix {
  const rest =
    driver.attributes.some(({ name }) => !virtioAttributes.has(name)) ||
    childElements(driver).some(({ name }) => !virtioChildren.has(name));
  if (!rest) return { title: 'Remove <driver>', edits: removeElement(document, driver) };
  return {
    title: 'Remove what is not read',
    edits: [
      ...driver.attributes
        .filter(({ name }) => virtioAttributes.has(name))
        .flatMap(attribute => removeAttribute(document, attribute)),
      ...childElements(driver)
        .filter(({ name }) => virtioChildren.has(name))
        .flatMap(child => removeElement(document, child)),
    ],
  };
}
