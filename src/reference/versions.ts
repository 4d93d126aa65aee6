/** Documents of one `reference`: versions of it, and translations. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { PlaceOf } from '../source/front-matter/positions.ts';
import type { ReferenceDocument } from './model/page.ts';

export interface Relatives {
  /** Of the same language, newest first, itself among them; empty where there is only one. */
  versions: ReferenceDocument[];
  /** Of the same version, the document itself among them; empty where there is only one. */
  translations: ReferenceDocument[];
  /** The newest version, where the document is an older one. */
  newest?: ReferenceDocument;
}

export interface FamilyOptions {
  /** Documents that `nav` names: of them the first is the newest. */
  inNav: Set<ReferenceDocument>;
  report: Report;
  placeOf: PlaceOf;
}

/** Relations of all documents. @param ordered documents in the order of the sidebar */
export function familiesOf(
  ordered: ReferenceDocument[],
  { inNav, report, placeOf }: FamilyOptions,
): Map<ReferenceDocument, Relatives> {
  const families = Map.groupBy(
    ordered.filter(({ frontMatter }) => frontMatter.reference),
    ({ frontMatter }) => frontMatter.reference,
  );
  const result = new Map<ReferenceDocument, Relatives>();
  for (const members of families.values()) {
    checkTwice(members, report, placeOf);
    // One order for all languages, so that a version is as old in each of them.
    const ages = [
      ...new Set(
        [...members].sort(byAge(ordered, inNav)).map(({ frontMatter }) => frontMatter.version),
      ),
    ];
    for (const document of members) {
      const { version, lang } = document.frontMatter;
      const versions = members
        .filter(({ frontMatter }) => frontMatter.lang === lang && frontMatter.version !== '')
        .sort((a, b) => ages.indexOf(a.frontMatter.version) - ages.indexOf(b.frontMatter.version));
      const translations = members.filter(({ frontMatter }) => frontMatter.version === version);
      const relatives: Relatives = {
        versions: versions.length > 1 ? versions : [],
        translations: translations.length > 1 ? translations : [],
      };
      if (versions.length > 1 && version !== '' && versions[0] !== document)
        relatives.newest = versions[0]!;
      result.set(document, relatives);
    }
  }
  return result;
}

function checkTwice(members: ReferenceDocument[], report: Report, placeOf: PlaceOf): void {
  const seen = new Map<string, ReferenceDocument>();
  for (const document of members) {
    const {
      file,
      frontMatter: { version, lang, reference },
    } = document;
    const key = JSON.stringify([version, lang]);
    const other = seen.get(key);
    if (!other) seen.set(key, document);
    else {
      const what = version ? `version ${version} of “${reference}”` : `“${reference}”`;
      const place = (one: string) => placeOf(one, version ? 'version' : 'reference');
      const { file: where, line } = place(other.file);
      report({
        kind: 'version-twice',
        ...place(file),
        message: `${what} in the language ${lang} is already ${where}:${line}`,
        hint: 'give one of the two another `version` or `lang`',
      });
    }
  }
}

/** In `nav`'s order where the owner gave one, else by natural order, the highest first. */
const byAge =
  (ordered: ReferenceDocument[], inNav: Set<ReferenceDocument>) =>
  (a: ReferenceDocument, b: ReferenceDocument): number => {
    if (inNav.has(a) && inNav.has(b)) return ordered.indexOf(a) - ordered.indexOf(b);
    if (inNav.has(a) || inNav.has(b)) return Number(inNav.has(b)) - Number(inNav.has(a));
    return b.frontMatter.version.localeCompare(a.frontMatter.version, 'en', { numeric: true });
  };
