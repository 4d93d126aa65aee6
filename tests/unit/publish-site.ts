/** A hand-written site for the tests of `publish/`. */
import {
  defaultFrontMatter,
  type FrontMatter,
} from '../../src/source/front-matter/front-matter.ts';
import type { Page, ReferenceDocument } from '../../src/reference/model/page.ts';
import type { Section } from '../../src/reference/model/section.ts';
import type { Site } from '../../src/reference/model/site.ts';

export function section(id: string, level: number, rest: Partial<Section> = {}): Section {
  const title = rest.title ?? id.charAt(0).toUpperCase() + id.slice(1);
  return {
    id,
    level,
    title,
    row: { level, parts: [] },
    prose: '',
    code: '',
    symbols: [],
    languages: [],
    children: [],
    markdown: () =>
      id
        ? `<a id="${id}"></a>\n${'#'.repeat(level)} ${title}\n\nText of ${id}.\n`
        : 'Before any heading.\n',
    source: { file: 'index.mdx', line: 1 },
    ...rest,
  };
}

export function document(
  file: string,
  url: string,
  frontMatter: Partial<FrontMatter>,
  sections: Section[],
  listed = true,
): ReferenceDocument {
  const whole: ReferenceDocument = {
    file,
    url,
    listed,
    frontMatter: { ...defaultFrontMatter(), ...frontMatter },
    contents: [],
    sections,
    pages: [],
  };
  const page = (kind: Page['kind'], at: string, title: string, shown: Section[]): Page => ({
    kind,
    url: at,
    document: whole,
    title,
    sections: shown,
    ...(kind === 'section' && { id: shown[0]!.id }),
  });
  if (!whole.frontMatter.paged)
    whole.pages.push(page('document', url, whole.frontMatter.title, sections));
  else {
    const folder = url.endsWith('/') ? url : url.replace(/\.html$/, '/');
    whole.pages.push(
      page(
        'document',
        url,
        whole.frontMatter.title,
        sections.filter(({ id }) => !id),
      ),
    );
    for (const top of sections.filter(({ id }) => id))
      whole.pages.push(page('section', `${folder}${top.id}.html`, top.title, [top]));
    whole.pages.push(page('all', `${folder}all.html`, whole.frontMatter.title, sections));
  }
  return whole;
}

/** A root document on one page, a paged one, a translation of it, and one that is not listed. */
export function site(rest: Partial<Site> = {}): Site {
  const index = document(
    'index.mdx',
    '/',
    {
      title: 'Kittens & <Co>',
      description: 'All about *kittens*.',
      redirects: ['/start.html', 'old/'],
    },
    [
      section('', 0),
      section('kittens', 1, {
        children: [
          section('get-a-kitten', 2, {
            endpoint: { method: 'get', path: '/kittens/{id}', deprecated: true },
            languages: ['shell', 'ruby'],
          }),
        ],
      }),
      section('errors', 1, { source: { file: 'includes/_errors.md', line: 3 } }),
    ],
  );
  const paged = document(
    'harvest.mdx',
    '/harvest.html',
    {
      title: 'Harvest',
      paged: true,
      reference: 'harvest',
      language_tabs: [{ name: 'shell', label: 'cURL' }],
    },
    [section('', 0), section('coupons', 1), section('orders', 1)],
  );
  const german = document(
    'de/harvest.mdx',
    '/de/harvest.html',
    { title: 'Ernte', lang: 'de', paged: true, reference: 'harvest' },
    [section('', 0), section('coupons', 1)],
  );
  const stray = document('stray.md', '/stray.html', {}, [section('x', 1)], false);
  return {
    root: '/content',
    base: '/',
    origin: 'https://docs.example.com',
    frontMatter: index.frontMatter,
    documents: [index, paged, german, stray],
    navigation: [
      { title: '', documents: [index] },
      { title: 'Versions', documents: [paged, german] },
    ],
    assets: new Map(),
    downloads: new Map(),
    ...rest,
  };
}
