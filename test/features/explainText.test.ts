import { expect, it } from 'vitest';
import { explainText } from '../../server/src/features/explainText.ts';

const pageUrl = (code: string) => (code.startsWith('virtualport/') ? `file:///pages/${code}.md` : undefined);

it('names the message, the finding, its page, and what to write', () => {
  const markdown = explainText(
    "error: Failed to define domain from vm.xml\nerror: XML error: extra managerid unsupported in <virtualport type='openvswitch'>",
    pageUrl,
  );
  expect(markdown).toContain("```text\nextra managerid unsupported in <virtualport type='openvswitch'>\n```");
  expect(markdown).toContain('[virtualport/extra-parameter](file:///pages/virtualport/extra-parameter.md), error');
  expect(markdown).toMatch(/Right:\n\n```xml\n</);
});

it('a message that many mistakes share is explained by the first few; the others are listed', () => {
  const markdown = explainText("error: XML error: Missing required attribute 'type' in element 'address'", pageUrl);
  expect(markdown?.match(/^Right:$/gm)?.length).toBeLessThanOrEqual(3);
});

it('the host is named where no document can tell', () => {
  expect(explainText('internal error: sending of PortProfileRequest failed.', pageUrl)).toContain('lldpad');
});

it('several messages have a part each', () => {
  const markdown = explainText('malformed mtu size\nNetwork is already in use by interface virbr0', pageUrl);
  expect(markdown?.match(/^# libvirt says$/gm)).toHaveLength(2);
});

it.each(['', 'nothing of the kind', '<domain/>'])('%j is no message', text => {
  expect(explainText(text, pageUrl)).toBeUndefined();
});
