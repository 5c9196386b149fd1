/** The match pattern of the permission for exactly the site of an address. @throws TypeError if it is none */
export function siteOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
