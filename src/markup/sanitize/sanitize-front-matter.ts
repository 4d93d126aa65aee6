/** The HTML of front matter under `raw_html: false`, held to the same schema as the text. */
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { SourceDocument } from '../../source/document.ts';
import { sanitize } from './sanitize.ts';

/** Cleans `toc_footers`, and drops `meta` that acts as a header (a page that redirects). */
export function sanitizeFrontMatter({ file, frontMatter }: SourceDocument, report: Report): void {
  frontMatter.toc_footers = frontMatter.toc_footers.map((footer) => {
    const tree = fromHtml(footer, { fragment: true });
    sanitize(tree, (finding) => report({ ...finding, file, hint: '`toc_footers` holds it' }));
    return toHtml(tree);
  });
  frontMatter.meta = frontMatter.meta.filter((attributes) => {
    const removed = Object.keys(attributes).some(
      (name) => !/^(name|content|property|charset|itemprop|media)$/i.test(name),
    );
    if (removed)
      report({
        kind: 'html-removed',
        file,
        message: `<meta ${Object.entries(attributes)
          .map(([name, value]) => `${name}="${value}"`)
          .join(' ')}> was removed`,
        hint: '`meta` holds it',
      });
    return !removed;
  });
}
