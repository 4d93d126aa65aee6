/** Small sites made by hand, for the tests of search. */
import {
  defaultFrontMatter,
  type FrontMatter,
} from '../../src/source/front-matter/front-matter.ts';
import type { Endpoint } from '../../src/markup/fragment.ts';
import type { Page, ReferenceDocument } from '../../src/reference/model/page.ts';
import type { Section } from '../../src/reference/model/section.ts';

export type SectionLike = Partial<Omit<Section, 'children' | 'endpoint'>> & {
  title: string;
  children?: SectionLike[];
  endpoint?: string;
};

export function section(
  { title, children = [], endpoint, ...rest }: SectionLike,
  level = 1,
): Section {
  const id =
    rest.id ??
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
  const [method = '', path = ''] = endpoint?.split(' ') ?? [];
  return {
    level,
    row: { level, parts: [] },
    markdown: () => '',
    prose: '',
    code: '',
    languages: [],
    source: { file: 'index.md', line: 1 },
    ...rest,
    ...(endpoint ? { endpoint: { method, path } satisfies Endpoint } : {}),
    id,
    title,
    symbols: (rest.symbols ?? []).map((symbol) => ({ ...symbol, id: symbol.id || id })),
    children: children.map((child) => section(child, level + 1)),
  };
}

/** A symbol without an id lands on its section. */
export const symbol = (
  name: string,
  kind: Section['symbols'][number]['kind'],
  more: Partial<Section['symbols'][number]> = {},
): Section['symbols'][number] => ({ name, kind, id: '', ...more });

export interface DocumentLike {
  url?: string;
  listed?: boolean;
  older?: true;
  frontMatter?: Partial<FrontMatter>;
  sections: SectionLike[];
}

export function siteOf(...documents: DocumentLike[]): { documents: ReferenceDocument[] } {
  return {
    documents: documents.map(({ url = '/', listed = true, older, frontMatter = {}, sections }) => {
      const made = {
        file: `${url.slice(1) || 'index'}.md`,
        url,
        listed,
        ...(older && { older }),
        frontMatter: { ...defaultFrontMatter(), title: `Title of ${url}`, ...frontMatter },
        contents: [],
        sections: sections.map((one) => section(one)),
        pages: [] as Page[],
      } satisfies ReferenceDocument;
      made.pages = [
        {
          kind: 'document',
          url,
          document: made,
          title: made.frontMatter.title,
          sections: made.sections,
        },
      ];
      return made;
    }),
  };
}
