/** Tags in running text: which are HTML, and those that only a browser reads. */
import { isElementName } from '../../shared/html-elements.ts';

export interface InlineTag {
  end: number;
  /** An element of HTML; else it is shown as text. */
  known: boolean;
  /** The tag as CommonMark reads it, where its attributes are written so that it does not. */
  repaired?: string;
}

/** CommonMark's tag. */
const tagName = '[A-Za-z][A-Za-z0-9-]*';
const attributeValue = String.raw`\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>` + '`]+)';
const attribute = String.raw`\s+[A-Za-z_:][\w:.-]*(?:${attributeValue})?`;
const strict = new RegExp(String.raw`<(?:\/${tagName}\s*|${tagName}(?:${attribute})*\s*\/?)>`, 'y');
/** What Redcarpet lets pass as a tag. */
const loose = /<(\/?)([A-Za-z0-9][^\s<>/]*)([^<>]*)>/y;
/** `<http://a.b>`, `<a@b.c>`. */
const autolink = /<(?:[A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/y;

export function inlineTag(text: string, at: number): InlineTag | undefined {
  if (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4);
    return end < 0 ? undefined : { end: end + 3, known: true };
  }
  strict.lastIndex = at;
  const valid = strict.exec(text);
  if (valid) {
    const name = /^<\/?([A-Za-z][A-Za-z0-9-]*)/.exec(valid[0])?.[1];
    return { end: at + valid[0].length, known: name !== undefined && isElementName(name) };
  }
  autolink.lastIndex = at;
  const link = autolink.exec(text);
  if (link) return { end: at + link[0].length, known: true };
  loose.lastIndex = at;
  const found = loose.exec(text);
  if (!found) return undefined;
  const [whole, slash = '', name = '', rest = ''] = found;
  // With a quotation mark too few nobody knows where it ends.
  const known =
    isElementName(name) && rest.split('"').length % 2 === 1 && rest.split("'").length % 2 === 1;
  return {
    end: at + whole.length,
    known,
    ...(known && { repaired: `<${slash}${name}${slash ? '' : attributes(rest)}>` }),
  };
}

/** Attributes as a browser reads them, quoted. */
function attributes(text: string): string {
  let written = '';
  for (const [, name = '', , double, single, bare] of text.matchAll(
    /([A-Za-z_:][^\s"'<>/=]*)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s<>]+)))?/g,
  )) {
    const value = double ?? single ?? bare;
    if (!/^[A-Za-z_:][\w:.-]*$/.test(name)) continue;
    written += value === undefined ? ` ${name}` : ` ${name}="${value.replace(/"/g, '&quot;')}"`;
  }
  return written;
}
