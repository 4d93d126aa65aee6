/** The policy that the built page would have, so that `dev` blocks what hosts will block. */
import { randomBytes } from 'node:crypto';
import { withPolicy } from '../../publish/csp/policy.ts';

/**
 * Vite puts the styles of modules into the page as elements, which no digest of the page's text can
 * know: it marks them with the nonce of this `<meta>`.
 * @param html a page as it is rendered. @param csp the owner's additions; false for no policy
 */
export function withDevPolicy(html: string, csp: Record<string, string[]> | false): string {
  if (csp === false) return html;
  // A nonce would take its effect from the owner's `'unsafe-inline'`.
  if (csp['style-src']?.includes("'unsafe-inline'")) return withPolicy(html, csp).html;
  const nonce = randomBytes(12).toString('base64');
  const meta = `<meta property="csp-nonce" nonce="${nonce}">`;
  const named = html.replace(/<head(?:\s[^>]*)?>/i, (head) => head + meta);
  const styles = [...(csp['style-src'] ?? []), `'nonce-${nonce}'`];
  return withPolicy(named, { ...csp, 'style-src': styles }).html;
}
