import type { BoundElement } from '../binding/model.ts';
import { attributeValue, findChild } from '../xml/query.ts';
import type { XmlElement } from '../xml/tree.ts';
import { bridgePictures } from './bridgePictures.ts';
import { macvtapPictures } from './macvtapPictures.ts';
import { networkPictures } from './networkPictures.ts';
import type { Picture } from './picture.ts';

/** The picture of what a value of an attribute connects; `undefined` for attributes about other things. */
export function findPicture({ xml, parent }: BoundElement, attribute: string, value: string): Picture | undefined {
  switch (`${xml.name}/${attribute}`) {
    case 'source/mode':
      return parent?.xml.name === 'interface' ? pick(macvtapPictures, value) : undefined;
    case 'interface/type':
      return parent === undefined || parent.xml.name === 'devices' ? pictureOfType(xml, value) : undefined;
    case 'forward/mode':
      return parent?.xml.name === 'network' ? pictureOfForward(parent.xml, value) : undefined;
    case 'virtualport/type':
      return value === 'openvswitch' ? bridgePictures.openvswitch : undefined;
    default:
      return undefined;
  }
}

/** The picture of a network that says nothing of forwarding. */
export function findNetworkPicture({ xml, parent }: BoundElement): Picture | undefined {
  return xml.name === 'network' && !parent && !findChild(xml, 'forward') ? networkPictures.isolated : undefined;
}

function pictureOfType(element: XmlElement, type: string): Picture | undefined {
  switch (type) {
    case 'direct':
      // The mode that libvirt takes when none is written.
      return pick(macvtapPictures, valueIn(element, 'source', 'mode') ?? 'vepa');
    case 'bridge':
      return valueIn(element, 'virtualport', 'type') === 'openvswitch'
        ? bridgePictures.openvswitch
        : bridgePictures.bridge;
    case 'hostdev':
      return bridgePictures.hostdev;
    case 'user':
      return networkPictures.user;
    default:
      return undefined;
  }
}

function pictureOfForward(network: XmlElement, mode: string): Picture | undefined {
  switch (mode) {
    case 'bridge':
      if (valueIn(network, 'bridge', 'name') === undefined) return macvtapPictures.bridge;
      return valueIn(network, 'virtualport', 'type') === 'openvswitch'
        ? bridgePictures.openvswitch
        : bridgePictures.bridge;
    case 'hostdev':
      return bridgePictures.hostdev;
    case 'nat':
    case 'route':
    case 'open':
      return networkPictures[mode];
    default:
      return pick(macvtapPictures, mode);
  }
}

function valueIn(element: XmlElement, child: string, attribute: string): string | undefined {
  const found = findChild(element, child);
  return found && attributeValue(found, attribute);
}

function pick(pictures: Readonly<Record<string, Picture>>, name: string): Picture | undefined {
  return Object.hasOwn(pictures, name) ? pictures[name] : undefined;
}
