/** Front matter: the block between two lines of dashes at the head of a source. */

export interface SplitSource {
  /** Undefined: there is none. */
  yaml: string | undefined;
  /** 1-based line of its start. */
  yamlLine: number;
  /** After the closing line; else the whole text. */
  body: string;
  /** 1-based line of its start. */
  bodyLine: number;
  /** Never closed: all is body, as in Slate. */
  unclosed: boolean;
}

/** On the first line. Blank lines before it are a slip: Slate showed the keys as text. */
const opening = /^\uFEFF?(?:[ \t]*\n)*---[ \t]*\n/;
/** Slate's host took a longer line of dashes too. */
const closing = /^(?:-{3,}|\.{3})[ \t]*$/m;
const entry = /^(?:["'][^"'\n]+["']|[^\s#:-][^:\n]*?)[ \t]*:(?:[ \t]|$)/m;

/**
 * Takes a byte order mark, `\r\n` and no newline at the end. A block between two rules without a
 * `key:` is text.
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
  // Only a key straight under the dashes tells it from a rule that opens a text.
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

/** Empty, comments, a flow mapping, or at least one `key:`. */
const isMapping = (yaml: string): boolean =>
  /^(?:[ \t]*(?:#.*)?\n)*$/.test(yaml) || /^\s*\{/.test(yaml) || entry.test(yaml);

const lines = (text: string): number => text.split('\n').length - 1;
