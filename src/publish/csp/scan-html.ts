/**
 * A scan over the HTML of a whole page, for what a policy or a link report needs to know: tags with
 * their attributes, and the text of scripts and styles. No tree is made: a page of 4 MB takes some
 * tens of milliseconds. It follows the HTML standard's tokenizer (13.2.5) where that decides what
 * is a tag, an attribute, or text.
 */

/** Elements whose content is text to the tokenizer, up to their own end tag. */
const textual = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
]);

export interface Tag {
  /** Lower case. */
  name: string;
  /** As written between the name and `>`: read by `attributesOf`. */
  attributes: string;
  /**
   * Text up to its end tag, for `script`, `style` and other elements that hold text only; else
   * empty.
   */
  text: string;
  /** Where `attributes` begins. */
  at: number;
}

/** Every start tag of `html`, in order. */
export function* tagsOf(html: string): Generator<Tag> {
  let at = html.indexOf('<');
  while (at >= 0) {
    const code = html.charCodeAt(at + 1);
    if (isLetter(code)) {
      const nameEnd = endOfName(html, at + 1);
      const end = endOfUsualTag(html, nameEnd) ?? endOfTag(html, nameEnd);
      // A tag that the file's end cuts off is none.
      if (end < 0) return;
      const name = html.slice(at + 1, nameEnd).toLowerCase();
      let text = '';
      let next = end + 1;
      if (textual.has(name)) {
        const close = endTag(html, name, next);
        text = html.slice(next, close);
        next = close;
      }
      yield { name, attributes: html.slice(nameEnd, end), text, at: nameEnd };
      at = html.indexOf('<', next);
    } else if (html.startsWith('<!--', at)) {
      const close = /--!?>/g;
      close.lastIndex = at + 4;
      // `<!-->` and `<!--->` are whole.
      const short = /^-?>/.exec(html.slice(at + 4, at + 6));
      const found = short ? at + 4 + short[0].length : close.exec(html) ? close.lastIndex : -1;
      if (found < 0) return;
      at = html.indexOf('<', found);
    } else if (code === 0x2f && isLetter(html.charCodeAt(at + 2))) {
      const end = endOfTag(html, endOfName(html, at + 2));
      if (end < 0) return;
      at = html.indexOf('<', end + 1);
    } else if (code === 0x21 || code === 0x3f || code === 0x2f) {
      // `<!doctype …>`, `<?…>`, `</ …>`: all end at the next `>`.
      const end = html.indexOf('>', at);
      if (end < 0) return;
      at = html.indexOf('<', end);
    } else at = html.indexOf('<', at + 1);
  }
}

/**
 * Writes `<` and `>` within attributes as references. To a browser they are the same; to whoever looks
 * for a tag in the text of a page they are no longer one.
 */
export function escapeAngles(html: string): string {
  let [result, done] = ['', 0];
  for (const tag of tagsOf(html)) {
    if (!hasAngles(tag)) continue;
    const { attributes, at } = tag;
    const escaped = attributes.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    result += html.slice(done, at) + escaped;
    done = at + attributes.length;
  }
  return done ? result + html.slice(done) : html;
}

/** Whether `escapeAngles` has anything to do in the tag. */
export const hasAngles = ({ attributes }: Tag): boolean =>
  attributes.includes('<') || attributes.includes('>');

const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** White space, `/` or `>` ends a name. */
function endOfName(html: string, from: number): number {
  let at = from;
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === 0x3e || code === 0x2f || code === 0x20 || (code >= 0x09 && code <= 0x0d)) break;
  }
  return at;
}

/** How nearly all tags of a page go on behind their name. */
const usual = /(?:\s+[^\s"'<>=/]+(?:="[^"]*")?)*\s*\/?>/y;

function endOfUsualTag(html: string, from: number): number | undefined {
  if (html.charCodeAt(from) === 0x3e) return from;
  usual.lastIndex = from;
  return usual.test(html) ? usual.lastIndex - 1 : undefined;
}

/** The `>` that ends a tag: not one within a quoted value. A quote opens a value only after `=`. */
function endOfTag(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === 0x3e) return at;
    if (code !== 0x3d) continue;
    do at++;
    while (isSpace(html.charCodeAt(at)));
    const quote = html.charCodeAt(at);
    if (quote === 0x22 || quote === 0x27) {
      at = html.indexOf(html[at]!, at + 1);
      if (at < 0) return -1;
    } else {
      // Unquoted: runs to white space or `>`, quotes and `=` within it are part of it.
      while (at < html.length && !isSpace(html.charCodeAt(at)) && html.charCodeAt(at) !== 0x3e)
        at++;
      at--;
    }
  }
  return -1;
}

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d;

function endTag(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

const attribute = /([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g;

/**
 * Attributes of a tag: names in lower case, values with their references resolved; of two the first
 * holds.
 */
export function attributesOf(written: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, double, single, bare] of written.matchAll(attribute)) {
    const key = name!.toLowerCase();
    if (!found.has(key)) found.set(key, decode(double ?? single ?? bare ?? ''));
  }
  return found;
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  Tab: '\t',
  NewLine: '\n',
  colon: ':',
  lpar: '(',
  rpar: ')',
  sol: '/',
  semi: ';',
  comma: ',',
  period: '.',
};

/**
 * Character references: numbers, and the names that serializers write or that hide a URL's scheme.
 */
export const decode = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));?/gi,
        (whole, hex?: string, decimal?: string, name?: string) => {
          if (name) return named[name] ?? named[name.toLowerCase()] ?? whole;
          const code = hex ? parseInt(hex, 16) : Number(decimal);
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
        },
      )
    : text;
