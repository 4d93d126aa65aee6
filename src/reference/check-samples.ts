/** Which tab languages a document's samples are in, and where readers of one find none. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { PlaceOf } from '../source/front-matter/positions.ts';
import { walk, type ReferenceDocument } from './model/page.ts';

/** Reports tab languages without a sample, and sections with samples in only some of them. */
export function checkSamples(document: ReferenceDocument, report: Report, placeOf: PlaceOf): void {
  const {
    frontMatter: { language_tabs: tabs },
    file,
  } = document;
  if (!tabs.length) return;
  const used = new Set<string>();
  for (const section of walk(document.sections)) {
    for (const language of [...section.languages, ...(section.specific ?? [])]) used.add(language);
    const missing = tabs.filter(({ name }) => !section.languages.includes(name));
    if (section.languages.length > 0 && missing.length > 0)
      report({
        kind: 'samples-missing',
        file: section.source.file,
        line: section.source.line,
        message: `“${section.title}” has no sample in ${missing.map(({ label }) => label).join(', ')}`,
        hint: 'readers of these languages see its first sample',
      });
  }
  for (const { name, label } of tabs) {
    const place = placeOf(file, 'language_tabs', name);
    // What the config file gives every page need not be used on each.
    if (!used.has(name) && place.file === file)
      report({
        kind: 'tab-unused',
        ...place,
        quote: name,
        message: `no sample of this document is in ${label} (\`${name}\`), which \`language_tabs\` lists`,
        hint: 'remove it from language_tabs, or use exactly this name in its fences',
      });
  }
}
