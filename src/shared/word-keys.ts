/**
 * Keys of the interface's words (`components/words/`) that scripts use; the others stand in the
 * page.
 */
export const wordKeys = [
  'copy',
  'copied',
  'wrap',
  'show_all',
  'show_less',
  'heading_link',
  'copy_section',
  'nested_show',
  'nested_hide',
  'expand',
  'collapse',
  'theme',
  'theme_system',
  'theme_light',
  'theme_dark',
  'results',
  'search_results',
  'no_results',
  'search_failed',
  'recent_searches',
  'clear_recent',
  'not_in_version',
] as const;

export type WordKey = (typeof wordKeys)[number];
