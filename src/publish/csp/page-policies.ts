/** Each page's Content-Security-Policy, in the place that the layout has for it. */
import { randomUUID } from 'node:crypto';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Page } from '../../reference/model/page.ts';
import type { JoinedSite } from '../../reference/join-site.ts';
import { tryItServers } from '../../reference/try-it.ts';
import { withPolicy } from './policy.ts';

export class PagePolicies {
  /**
   * What the layout writes where the policy is to stand; undefined where the owner wants none
   * (`csp: false`). No content can spell it: it is another one each time.
   */
  readonly mark: string | undefined;
  /** Origins that authors' content made necessary: directive → origins, for the summary. */
  readonly origins = new Map<string, Set<string>>();
  /** Addresses of scripts, styles and icons that pages name, as they are written. */
  readonly addresses = new Set<string>();
  readonly #sources: Record<string, string[]>;
  readonly #inSource: { file: string; line?: number };
  readonly #report: Report;

  constructor({ frontMatter, documents, placeOf }: JoinedSite, report: Report) {
    if (frontMatter.csp !== false) this.mark = `policy-${randomUUID()}`;
    this.#sources = frontMatter.csp || {};
    const file = documents.find(({ url }) => url === '/')?.file ?? '';
    const place = placeOf(file, 'csp');
    // In the page itself what is quoted will be looked for.
    this.#inSource = place.file === file ? { file } : place;
    this.#report = report;
  }

  /**
   * @param html as it is laid out, with the mark. @param page that it shows, if it is one of the site
   * @returns what is to be written
   */
  finish(html: string, page: Page | undefined): string {
    const servers = page && tryItServers(page);
    const finished = withPolicy(html, this.mark, this.#sources, servers);
    for (const { ofSite, ...finding } of finished.findings)
      this.#report({
        ...finding,
        ...(ofSite ? this.#inSource : { file: page?.document.file ?? '' }),
      });
    for (const [directive, list] of finished.origins)
      this.origins.set(directive, new Set([...(this.origins.get(directive) ?? []), ...list]));
    for (const address of finished.addresses) this.addresses.add(address);
    return finished.html;
  }
}
