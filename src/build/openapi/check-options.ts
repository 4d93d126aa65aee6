/** Names in a page's `openapi` key that its description does not have. */
import type { Finding, Report } from '../../diagnostics/diagnostic.ts';
import type { Api } from '../../openapi/index.ts';
import { nearest } from '../../shared/nearest.ts';
import type { SourceDocument } from '../../source/document.ts';
import type { PlaceOf } from '../../source/front-matter/positions.ts';
import type { DescriptionOptions } from './options.ts';

export function checkOptions(
  { file, frontMatter }: SourceDocument,
  { tags: all }: Api,
  { tags = [], samples = [] }: DescriptionOptions,
  { report, placeOf }: { report: Report; placeOf: PlaceOf },
): void {
  const names = all.map(({ name }) => name);
  const tell = (name: string, finding: Pick<Finding, 'message' | 'hint'>) =>
    report({
      kind: 'openapi-tag-unknown',
      severity: 'warning',
      ...placeOf(file, 'openapi', name),
      ...finding,
    });
  for (const name of new Set(tags.filter((one) => !names.includes(one)))) {
    const near = nearest(name, names);
    const message = `\`openapi.tags\` names “${name}”, and the description has no such tag`;
    const few = names.slice(0, 8).join(', ');
    const others = few ? `name one of its tags: ${few}` : 'it has no tags; take the key out';
    tell(name, { message, hint: near ? `did you mean ${near}?` : others });
  }
  const tabs = frontMatter.language_tabs.map((tab) => tab.name);
  for (const name of samples.filter((one) => tabs.length > 0 && !tabs.includes(one))) {
    const near = nearest(name, tabs);
    const message = `\`openapi.samples\` names “${name}”, and the page has no such language tab`;
    tell(name, { message, hint: near ? `did you mean ${near}?` : 'add it to `language_tabs`' });
  }
}
