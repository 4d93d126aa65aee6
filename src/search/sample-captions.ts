/** Which records lead to their samples: by the name of a language (`C#`, `PHP`), by a title. */
import type { ReferenceDocument } from '../reference/model/page.ts';
import type { SearchRecord } from './record.ts';

/**
 * What samples are called, for each record that this tells from others. Of what more than half of
 * the sections with samples have, the document's first section with it has the name, unless some
 * text has it: that leads to more than a sample.
 */
export function sampleCaptions(records: readonly SearchRecord[]): Map<SearchRecord, string[]> {
  const named = new Map<SearchRecord, string[]>();
  for (const [document, own] of Map.groupBy(records, (record) => record.document)) {
    const having = new Map<string, SearchRecord[]>();
    let sampled = 0;
    for (const record of own) {
      const captions = captionsOf(record, document);
      if (captions.size) sampled++;
      for (const caption of captions) {
        const known = having.get(caption);
        if (known) known.push(record);
        else having.set(caption, [record]);
      }
    }
    for (const [caption, all] of having) {
      const isCommon = all.length * 2 > sampled;
      if (isCommon && records.some((record) => says(record, caption))) continue;
      for (const record of isCommon ? all.slice(0, 1) : all)
        named.set(record, [...(named.get(record) ?? []), caption]);
    }
  }
  return named;
}

const says = ({ section, folded }: SearchRecord, caption: string): boolean =>
  [section, ...folded].some(({ prose }) => prose.includes(caption));

function captionsOf({ section, folded }: SearchRecord, document: ReferenceDocument): Set<string> {
  const tabs = document.frontMatter.language_tabs;
  const found = new Set<string>();
  for (const { languages, captions = [] } of [section, ...folded]) {
    for (const language of languages) {
      // `C#` is `csharp` as well.
      found.add(language.replace(/--.*/, ''));
      found.add(tabs.find(({ name }) => name === language)?.label ?? language);
    }
    for (const caption of captions) found.add(caption);
  }
  return found;
}
