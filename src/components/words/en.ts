/**
 * The interface's words in English: the list of all keys, and what a language that lacks one shows.
 * `{name}` stands for what the page puts there. One word or sentence a key; a translation keeps its placeholders.
 */
export const en = {
  // The page's frame.
  skip: 'Skip to content',
  menu: 'Menu',
  close: 'Close',
  contents: 'Contents',
  all_sections: 'All sections',
  documents: 'References',
  expand: 'Show the sections of {title}',
  collapse: 'Hide the sections of {title}',
  theme: 'Appearance',
  theme_light: 'Light',
  theme_dark: 'Dark',
  theme_system: 'As the system',
  version: 'Version',
  older_version: 'This is version {version}. A newer one is {newest}.',
  translation: 'Language',
  previous: 'Previous',
  next: 'Next',
  pages: 'Pages',
  one_page: 'All on one page',
  edit: 'Edit this page',
  copy_page: 'Copy page',
  view_markdown: 'View as Markdown',
  not_found: 'Page not found',
  not_found_hint: 'There is no page at this address. Search for it, or start from the beginning.',
  home: 'To the start',

  // Code.
  sample_language: 'Language of the samples',
  no_sample: 'No sample in {language}',
  copy: 'Copy',
  copied: 'Copied',
  show_all: 'Show all {count} lines',
  show_less: 'Show less',
  wrap: 'Wrap long lines',
  heading_link: 'Link to “{title}”',
  nested_show: 'Show {count} nested',
  nested_hide: 'Hide nested',
  deprecated: 'Deprecated',
  beta: 'Beta',

  // Callouts, as a screen reader names their icons.
  callout_notice: 'Note',
  callout_warning: 'Warning',
  callout_success: 'Success',
  callout_danger: 'Danger',

  // Search.
  search: 'Search',
  search_hint: 'Search the reference',
  search_results: 'Search results',
  results: 'Results: {count}',
  no_results: 'Nothing found for “{query}”',
  search_failed: 'The search cannot be loaded',
} as const;
