/** Finding the front matter: the block between two lines of dashes at the head of a source. */

export interface SplitSource {
  /** What stands between the dashes; undefined where the text has no front matter. */
  yaml: string | undefined;
  /** 1-based line on which `yaml` starts. */
  yamlLine: number;
  /** The text after the closing line. The whole text where there is no front matter. */
  body: string;
  /** 1-based line on which `body` starts. */
  bodyLine: number;
  /** The text opens front matter and never closes it: it is all body, as in Slate. */
  unclosed: boolean;
}

/** Opens on the first line. Blank lines before it are a slip: Slate showed the keys as text. */
const opening = /^\uFEFF?(?:[ \t]*\n)*---[ \t]*\n/;
/** `---` or `...`; Slate's host took a longer line of dashes too. */
const closing = /^(?:-{3,}|\.{3})[ \t]*$/m;
const entry = /^(?:["'][^"'\n]+["']|[^\s#:-][^:\n]*?)[ \t]*:(?:[ \t]|$)/m;

/**
 * Parts a source into front matter and body. Takes a byte order mark and `\r\n`, and needs no newline
 * at the end. A block between two rules that holds no `key:` is the author's text, no front matter.
 */
export function splitFrontMatter(text: string): SplitSource {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const none: SplitSource = {
    yaml: undefined,
    yamlLine: 1,
    body: source,
    bodyLine: 1,
    unclosed: false,
  };
  const head = opening.exec(source.endsWith('\n') ? source : `${source}\n`)?.[0];
  if (head === undefined) return none;
  const rest = source.slice(head.length);
  const end = closing.exec(rest);
  // Only a key straight under the dashes tells lost front matter from a rule that opens a text.
  if (!end) return { ...none, unclosed: entry.exec(rest)?.index === 0 };
  const yaml = rest.slice(0, end.index);
  if (!isMapping(yaml)) return none;
  const yamlLine = lines(head) + 1;
  const after = rest.slice(end.index + end[0].length);
  return {
    yaml,
    yamlLine,
    body: after.replace(/^\n/, ''),
    bodyLine: yamlLine + lines(yaml) + 1,
    unclosed: false,
  };
}

/** Empty, only comments, a flow mapping, or at least one `key:`. */
const isMapping = (yaml: string): boolean =>
  /^(?:[ \t]*(?:#.*)?\n)*$/.test(yaml) || /^\s*\{/.test(yaml) || entry.test(yaml);

const lines = (text: string): number => text.split('\n').length - 1;
