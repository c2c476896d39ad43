import { describe, expect, test } from 'vitest';
import { findFindings } from '../support/findings.ts';

/** The text that libvirt prints is quoted so that users can search for it: as it is, or not at all. */
function checkMessages(xml: string, ...messages: readonly (string | undefined)[]): void {
  expect(findFindings(xml).map(({ libvirtMessage }) => libvirtMessage)).toEqual(messages);
}

function withParameters(parameters: string): string {
  return `<interface type='direct'>
    <source dev='eth0.2' mode='vepa'/>
    <virtualport type='802.1Qbg'><parameters ${parameters}/></virtualport>
  </interface>`;
}

function rate(attributes: string): string {
  return `<interface type='bridge'><source bridge='br0'/><bandwidth><inbound ${attributes}/></bandwidth></interface>`;
}

describe('libvirt’s own words', () => {
  test('about parameters of a virtual port', () => {
    checkMessages(
      withParameters("managerid='256' typeid='16777216' typeidversion='x' instanceid='vm1'"),
      'value of managerid out of range',
      'value for typeid out of range',
      'cannot parse value of typeidversion parameter',
      'cannot parse instanceid parameter as a uuid',
    );
  });

  test('about numbers that C does not read at all', () => {
    checkMessages(
      withParameters("managerid='1 ' typeid='99999999999' typeidversion='1'"),
      'cannot parse value of managerid parameter',
      'cannot parse value of typeid parameter',
    );
  });

  test('about MAC addresses', () => {
    checkMessages(
      "<interface type='user'><mac address='52-54-00-11-22-33'/></interface>",
      "unable to parse mac address '52-54-00-11-22-33'",
    );
    checkMessages(
      "<interface type='user'><mac address='53:54:00:11:22:33'/></interface>",
      "expected unicast mac address, found multicast '53:54:00:11:22:33'",
    );
  });

  test('about rates, tags and places in an order', () => {
    checkMessages(
      rate("average='10M' burst='4194304'"),
      "Invalid value for attribute 'average' in element 'inbound': '10M'. Expected non-negative integer value",
      "value '4194304' is too big for 'burst' parameter, maximum is '4194303'",
    );
    checkMessages(rate("average='0'"), undefined);
    checkMessages(
      "<interface type='bridge'><source bridge='br0'/><vlan><tag id='5000'/><tag id='-1'/></vlan></interface>",
      'vlan tag id 5000 too large (maximum 4095)',
      "Invalid value for attribute 'id' in element 'tag': '-1'. Expected non-negative integer value",
    );
    checkMessages(
      "<interface type='bridge'><source bridge='br0'/><boot order='0'/><vlan/></interface>",
      "Invalid value for attribute 'order' in element 'boot': Zero is not permitted",
      "missing tag id - each <vlan> must have at least one <tag id='n'/> subelement",
    );
  });

  test('about cards and teams', () => {
    checkMessages("<interface type='user'><model type='e 1'/></interface>", 'Model name contains invalid characters');
    checkMessages(
      "<interface type='user'><model type='virtio'/><teaming type='persistent' persistent='ua-x'/></interface>",
      "teaming persistent attribute not allowed if teaming type is 'persistent'",
    );
    checkMessages(
      "<interface type='user'><model type='virtio'/><teaming type='main'/></interface>",
      "unknown teaming type 'main'",
    );
  });

  test('about enumerations', () => {
    checkMessages(
      "<interface type='direct'><source dev='eth0' mode='VEPA'/></interface>",
      "Invalid value for attribute 'mode' in element 'source': 'VEPA'.",
    );
    checkMessages(
      "<interface type='bridge'><source bridge='br0'/><virtualport type='ovs'/></interface>",
      'unknown virtualport type ovs',
    );
  });

  test('about what is missing or misplaced', () => {
    checkMessages("<interface type='bridge'/>", "interface type='bridge' requires a 'source' element");
    checkMessages("<interface type='hostdev'/>", "unknown host device source address type '(null)'");
    checkMessages(
      "<interface type='bridge'><source bridge='br0'/><virtualport type='midonet'/></interface>",
      "missing interfaceid in <virtualport type='midonet'>",
    );
    checkMessages(
      "<interface type='user'><virtualport type='openvswitch'/></interface>",
      "<virtualport> element unsupported for <interface type='user'>",
    );
    checkMessages(
      "<interface type='ethernet'><target managed='no'/></interface>",
      "target dev must be supplied when managed='no'",
    );
  });

  test('none where only the schema refuses', () => {
    checkMessages("<interface type='user'><mac address='52:54:0:1:2:3'/></interface>", undefined);
    checkMessages("<interface type='user'><mac/></interface>", undefined);
    checkMessages("<interface type='bridge'><source bridge='br0'/><target/></interface>", undefined);
  });

  test('with their arguments', () => {
    checkMessages(
      "<interface type='direct'><source dev='eth0' mode='bridge'/><mtu size='9000'/></interface>",
      'setting MTU on interface type direct is not supported yet',
    );
    checkMessages(
      "<interface type='user'><mac address='52:54:00:11:22:33'/><vlan><tag id='5'/></vlan></interface>",
      'interface 52:54:00:11:22:33 - vlan tag not supported for this connection type',
    );
  });
});
