/** Whether an attribute declares an XML namespace; such attributes are part of no vocabulary. */
export function isNamespaceDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}
