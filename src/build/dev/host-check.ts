/**
 * Whether a request is meant for this machine. Without it any page that a developer opens could read
 * their drafts: its name is made to lead to 127.0.0.1 for a moment (DNS rebinding).
 */

/**
 * @param header `Host` of the request. @param allowed names besides; `.example.com` allows all below
 * @returns whether it is an address, `localhost`, or an allowed name
 */
export function isAllowedHost(header: string | undefined, allowed: readonly string[]): boolean {
  const [, name = ''] = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.exec(header ?? '') ?? [];
  const host = name.toLowerCase();
  // No name server can give an address another meaning.
  if (/^(?:\d{1,3}\.){3}\d{1,3}$|^\[/.test(host)) return true;
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return allowed.some((each) => {
    const wanted = each.toLowerCase();
    return wanted.startsWith('.')
      ? host.endsWith(wanted) || host === wanted.slice(1)
      : host === wanted;
  });
}
