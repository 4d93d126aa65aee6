/** The policy that the built page would have, so that `dev` blocks what hosts will block. */
import { randomBytes, randomUUID } from 'node:crypto';
import { withPolicy } from '../../publish/csp/policy.ts';

export interface DevPolicy {
  /** Stands where the policy will (`publish/csp/page-policies.ts`). Left out: no policy. */
  csp?: string;
  /**
   * Vite puts the styles of modules into the page as elements, which no digest of the page's text
   * can know: it marks them with this.
   */
  nonce?: string;
  /** @param html as it is laid out with both. @returns the page as it is to be served */
  finish(html: string): string;
}

/**
 * @param csp the owner's additions; false for no policy
 * @param servers that the page's own forms send requests to
 */
export function devPolicy(
  csp: Record<string, string[]> | false,
  servers: readonly string[],
): DevPolicy {
  if (csp === false) return { finish: (html) => html };
  const mark = `policy-${randomUUID()}`;
  const finish = (sources: Record<string, string[]>) => (html: string) =>
    withPolicy(html, mark, sources, servers).html;
  const styles = csp['style-src'] ?? [];
  // A nonce would take its effect from the owner's `'unsafe-inline'`.
  if (styles.includes("'unsafe-inline'")) return { csp: mark, finish: finish(csp) };
  const nonce = randomBytes(12).toString('base64');
  const sources = { ...csp, 'style-src': [...styles, `'nonce-${nonce}'`] };
  return { csp: mark, nonce, finish: finish(sources) };
}
