/** Each page's Content-Security-Policy, where the layout has a place for it. */
import { randomUUID } from 'node:crypto';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Page } from '../../reference/model/page.ts';
import type { Site } from '../../reference/model/site.ts';
import { tryItServers } from '../../reference/try-it.ts';
import { escapeAngles } from './scan-html.ts';
import { withPolicy } from './policy.ts';

export class PagePolicies {
  /**
   * The layout writes it there; undefined: `csp: false`. Another one each time: no content can
   * spell it.
   */
  readonly mark: string | undefined;
  /** Directive → origins that content made necessary, for the summary. */
  readonly origins = new Map<string, Set<string>>();
  /** Of scripts, styles and icons, as written. */
  readonly addresses = new Set<string>();
  readonly #sources: Record<string, string[]>;
  readonly #index: string;
  readonly #report: Report;

  constructor({ frontMatter, documents }: Site, report: Report) {
    if (frontMatter.csp !== false) this.mark = `policy-${randomUUID()}`;
    this.#sources = frontMatter.csp || {};
    this.#index = documents.find(({ url }) => url === '/')?.file ?? '';
    this.#report = report;
  }

  /** @param html with the mark */
  finish(html: string, page: Page | undefined): string {
    const servers = page && tryItServers(page);
    const finished = withPolicy(escapeAngles(html), this.mark, this.#sources, servers);
    for (const { ofSite, ...finding } of finished.findings)
      this.#report({ ...finding, file: (ofSite ? this.#index : page?.document.file) ?? '' });
    for (const [directive, list] of finished.origins)
      this.origins.set(directive, new Set([...(this.origins.get(directive) ?? []), ...list]));
    for (const address of finished.addresses) this.addresses.add(address);
    return finished.html;
  }
}
