/** The one table of everything the build can find wrong. */

interface KindOf {
  /** What it does to a build, in an MDX source and in a Slate source (DESIGN: what stops a build). */
  mdx: 'error' | 'warning' | 'note';
  md: 'error' | 'warning' | 'note';
  /** One or two sentences for the reference of kinds. */
  explained: string;
}

export const kinds = {
  // The folder and its files.
  'content-missing': {
    mdx: 'error',
    md: 'error',
    explained:
      'The content folder does not exist, or holds no page: a page is a file such as `index.mdx` or `index.html.md` whose name does not start with `_`.',
  },
  'file-unreadable': {
    mdx: 'error',
    md: 'warning',
    explained: 'A source file cannot be read; it is left out.',
  },
  'file-too-large': {
    mdx: 'error',
    md: 'warning',
    explained: 'A source file is larger than a page can be made of; it is left out.',
  },
  'file-encoding': {
    mdx: 'warning',
    md: 'warning',
    explained: 'A source file is not UTF-8: what cannot be read shows as �.',
  },
  'link-outside': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'A link of the file system leads out of the content folder, to a folder that holds it, or to nothing; it is not followed.',
  },
  'nesting-too-deep': {
    mdx: 'error',
    md: 'warning',
    explained:
      'Quotes, lists, tags or brackets lie deeper in each other than can be laid out. In Slate Markdown what lies deeper is shown as text.',
  },

  // Front matter.
  'yaml-broken': {
    mdx: 'error',
    md: 'warning',
    explained:
      'The front matter is not valid YAML. In Slate Markdown the page is built with the defaults.',
  },
  'yaml-key-twice': {
    mdx: 'error',
    md: 'warning',
    explained: 'A key stands twice in the front matter. In Slate Markdown the last one holds.',
  },
  'yaml-too-large': {
    mdx: 'error',
    md: 'warning',
    explained:
      'The front matter is too long, nested too deeply, or grows beyond bounds through its aliases. In Slate Markdown the page is built with the defaults.',
  },
  'front-matter-unclosed': {
    mdx: 'error',
    md: 'warning',
    explained:
      'A file starts with `---` and keys, but no line of `---` or `...` ends them; they are shown as text.',
  },
  'front-matter-type': {
    mdx: 'error',
    md: 'warning',
    explained:
      'A key of the front matter has a value of another type than expected. In Slate Markdown the value is ignored, since the key may be meant for another tool.',
  },
  'front-matter-key': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'A key of the front matter is not known, but is spelt nearly like one that is, or is an unknown key of `theme`. Other unknown keys are data and pass.',
  },
  'lang-missing': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'The text is in a script that runs from right to left, but neither `lang` nor `dir` is set: the page is laid out from left to right, as English.',
  },
  'tab-twice': {
    mdx: 'warning',
    md: 'warning',
    explained: 'A language stands twice in `language_tabs`; the first one holds.',
  },

  // Includes, partials, ERB.
  'include-missing': {
    mdx: 'error',
    md: 'warning',
    explained: 'An include or a partial is not there. In Slate Markdown it is left out.',
  },
  'include-outside': {
    mdx: 'error',
    md: 'warning',
    explained:
      'An include or a partial lies outside the content folder, which is never read. In Slate Markdown it is left out.',
  },
  'include-cycle': {
    mdx: 'error',
    md: 'warning',
    explained:
      'A file includes itself, be it through others. In Slate Markdown the inner one is left out.',
  },
  'erb-unknown': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'A tag of ERB is not of the subset that is understood (Ruby is not run); it is left out.',
  },

  // MDX.
  'mdx-syntax': {
    mdx: 'error',
    md: 'error',
    explained:
      'The file is not valid MDX: most often a `<` or `{` that is meant as text and wants a backslash, or a tag that is not closed.',
  },
  'mdx-component': {
    mdx: 'error',
    md: 'error',
    explained: 'The file uses a component or a name that is not defined or imported.',
  },
  'component-attribute': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'A component lacks an attribute that it needs, or has one that is spelt nearly like one that it knows.',
  },
  'directive-unknown': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'A block `:::name` or a quote `[!NAME]` is none of the callouts, or is not written as one; its marks are shown as text, with what it holds between them.',
  },
  'directive-unclosed': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'A callout is opened with `:::` and never closed; it holds everything up to the next heading.',
  },
  'footnote-missing': {
    mdx: 'warning',
    md: 'warning',
    explained: 'A reference to a footnote that its file does not hold; it is shown as text.',
  },
  'footnote-unused': {
    mdx: 'warning',
    md: 'warning',
    explained: 'Nothing refers to a footnote, so it is not shown.',
  },
  'mdx-render': {
    mdx: 'error',
    md: 'error',
    explained: 'A component or an expression of the file failed while the page was rendered.',
  },

  // Fences and their languages.
  'fence-language-unknown': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'A fence names a language that the highlighter does not know; its code is shown as plain text.',
  },
  'fence-unclosed': {
    mdx: 'warning',
    md: 'warning',
    explained: 'A fence is opened and never closed; it runs to the end of its file.',
  },
  'fence-meta-unknown': {
    mdx: 'warning',
    md: 'warning',
    explained: 'The words after a fence’s language hold something that Phyllite does not know.',
  },
  'tag-in-pre': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'A raw `<pre>` holds a tag that HTML does not have, such as `<id>`; browsers read it as a tag, so its name is not shown.',
  },
  'table-cell-dropped': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'A row of a table has more cells than its header; as in Slate, the cells beyond it are not shown.',
  },
  'tab-unused': {
    mdx: 'warning',
    md: 'warning',
    explained: 'A language of `language_tabs` has no sample in the whole document.',
  },
  'samples-missing': {
    mdx: 'note',
    md: 'note',
    explained:
      'A section has samples in some of the tab languages only; readers of the others see its first sample.',
  },

  // Ids, links, images.
  'id-twice': {
    mdx: 'error',
    md: 'warning',
    explained:
      'An id that an author gave stands twice in one document. In Slate Markdown the later one is renamed.',
  },
  'id-renamed': {
    mdx: 'note',
    md: 'note',
    explained:
      'Two headings give the same id; the first keeps it and the later one gets its parent’s id before it.',
  },
  'link-broken': {
    mdx: 'warning',
    md: 'warning',
    explained: 'A link leads to a page or a file that the site does not have.',
  },
  'anchor-broken': {
    mdx: 'warning',
    md: 'warning',
    explained: 'A link leads to an id that its page does not have.',
  },
  'image-missing': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'An image is not in the content folder, neither where it is written nor in `images/`.',
  },
  'image-outside': {
    mdx: 'warning',
    md: 'warning',
    explained: 'An image lies outside the content folder, which is never read.',
  },
  'toc-unknown': {
    mdx: 'error',
    md: 'error',
    explained: '`toc` names a heading id that the document does not have.',
  },

  // Pages and URLs.
  'url-taken': { mdx: 'error', md: 'error', explained: 'Two pages want one URL.' },
  'asset-taken': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'A file that is carried as it is has the path of a page; the page stands there, and the file is left out.',
  },
  'url-renamed': {
    mdx: 'note',
    md: 'note',
    explained: 'A generated page would take the URL of another; it gets `-section` after its name.',
  },
  'paged-single': {
    mdx: 'note',
    md: 'note',
    explained:
      '`paged: true` is set, but the document has no two headings of its highest level, so it stays one page.',
  },
  'nav-twice': {
    mdx: 'warning',
    md: 'warning',
    explained: '`nav` names one page twice; it stands where it is named first.',
  },
  'nav-missing': {
    mdx: 'error',
    md: 'error',
    explained: '`nav` names a page that is not in the content folder.',
  },
  'redirect-invalid': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'A redirect starts at what no static host can answer: another site, a query, a hash, or a path that leads out of the site; it is left out.',
  },
  'version-twice': {
    mdx: 'error',
    md: 'error',
    explained: 'Two documents of one `reference` have the same `version` and `lang`.',
  },
  'redirect-taken': {
    mdx: 'warning',
    md: 'warning',
    explained: 'A redirect starts at the URL of a page, or of another redirect; it is left out.',
  },
  'anchor-lost': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'An anchor of the site published before is gone; links to it lead to the head of the page.',
  },
  'url-lost': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'A page or file of the site published before is gone, and no redirect stands for it.',
  },

  // The look.
  'theme-file': {
    mdx: 'error',
    md: 'warning',
    explained:
      'A file that `theme` (logo, favicon) or `styles.css` names is not in the content folder; it is left out.',
  },

  // Safety.
  'inline-handler': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'An element carries script in an attribute (`onclick` …) or a `javascript:` link, which the site’s Content-Security-Policy keeps from running.',
  },
  'csp-source': {
    mdx: 'warning',
    md: 'warning',
    explained:
      'The page’s Content-Security-Policy cannot hold what `csp` or the page’s own HTML asks of it.',
  },
  'html-removed': {
    mdx: 'error',
    md: 'warning',
    explained:
      '`raw_html: false` is set, and something that may do harm was removed from the page.',
  },
  'mdx-refused': {
    mdx: 'error',
    md: 'error',
    explained: '`raw_html: false` is set, and an MDX file, which is code, is refused.',
  },

  // The build itself.
  internal: {
    mdx: 'error',
    md: 'error',
    explained: 'A fault of Phyllite’s own. Please report it with the file that shows it.',
  },
} satisfies Record<string, KindOf>;

export type Kind = keyof typeof kinds;
