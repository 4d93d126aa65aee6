/** Documents of one `reference`: versions of it, and translations. */
import type { Report } from '../source/diagnostic.ts';
import type { ReferenceDocument } from './page.ts';

export interface Relatives {
  /** Of the same language, newest first, the document itself among them; empty where there is only one. */
  versions: ReferenceDocument[];
  /** Of the same version, the document itself among them; empty where there is only one. */
  translations: ReferenceDocument[];
  /** The newest version, where the document is an older one. */
  newest?: ReferenceDocument;
}

/** Relations of all documents. @param ordered documents in the order of the sidebar; the first of a family in `nav` is its newest */
export function familiesOf(ordered: ReferenceDocument[], inNav: Set<ReferenceDocument>, report: Report): Map<ReferenceDocument, Relatives> {
  const families = Map.groupBy(ordered.filter(({ frontMatter }) => frontMatter.reference), ({ frontMatter }) => frontMatter.reference);
  const result = new Map<ReferenceDocument, Relatives>();
  for (const members of families.values()) {
    const seen = new Map<string, ReferenceDocument>();
    for (const document of members) {
      const { version, lang, reference } = document.frontMatter;
      const key = JSON.stringify([version, lang]);
      const other = seen.get(key);
      if (other) report({ kind: 'version-twice', file: document.file, line: 1, message: `“${reference}” ${version ? `version ${version} ` : ''}in ${lang} is this document and ${other.file}`, mend: 'give one of them another `version` or `lang`' });
      seen.set(key, document);
    }
    for (const document of members) {
      const { version, lang } = document.frontMatter;
      const versions = members.filter(({ frontMatter }) => frontMatter.lang === lang && frontMatter.version !== '').sort(byAge(inNav));
      const translations = members.filter(({ frontMatter }) => frontMatter.version === version);
      const relatives: Relatives = { versions: versions.length > 1 ? versions : [], translations: translations.length > 1 ? translations : [] };
      if (versions.length > 1 && version !== '' && versions[0] !== document) relatives.newest = versions[0]!;
      result.set(document, relatives);
    }
  }
  return result;
}

/** In `nav`'s order where the owner gave one, else by natural order, the highest first. */
const byAge = (inNav: Set<ReferenceDocument>) => (a: ReferenceDocument, b: ReferenceDocument): number => {
  if (inNav.has(a) || inNav.has(b)) return Number(inNav.has(b)) - Number(inNav.has(a));
  return b.frontMatter.version.localeCompare(a.frontMatter.version, 'en', { numeric: true });
};
