/** The one table of everything the build can find wrong. */

interface KindOf {
  /** What it does to a build, in an MDX source and in a Slate source (DESIGN: what stops a build). */
  mdx: 'error' | 'warning' | 'note';
  md: 'error' | 'warning' | 'note';
  /** One or two sentences for the reference of kinds. */
  explained: string;
}

export const kinds = {
  'fence-language-unknown': { mdx: 'warning', md: 'warning', explained: 'A fence names a language that the highlighter does not know; its code is shown as plain text.' },
  'fence-unclosed': { mdx: 'warning', md: 'warning', explained: 'A fence is opened and never closed; it runs to the end of its file.' },
  'fence-meta-unknown': { mdx: 'warning', md: 'warning', explained: 'The words after a fence’s language hold something that Phyllite does not know.' },
} satisfies Record<string, KindOf>;

export type Kind = keyof typeof kinds;
