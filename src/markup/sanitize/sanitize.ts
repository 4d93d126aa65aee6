/**
 * `raw_html: false`, for content that is not the owner's: keeps what Markdown makes and harmless
 * HTML. Scripts, handlers, frames, styles, forms and links of other schemes than the web's are
 * removed and reported. hast-util-sanitize decides by the schema below; this file finds out what
 * went. Runs first, on a file's whole tree.
 */
import type { Element, Nodes, Root } from 'hast';
import { defaultSchema, sanitize as clean, type Schema } from 'hast-util-sanitize';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { classesOf } from '../../shared/hast/text.ts';

/** Classes of asides and fences: words, none of them the site's own layout. */
const word =
  /^(?!(?:UI-|bar$|skip$|sidebar$|row$|prose$|code$|samples?$|search))[\p{L}\p{N}_+#.-]{1,60}$/u;

const attributes = defaultSchema.attributes!;

const schema: Schema = {
  ...defaultSchema,
  tagNames: [
    ...defaultSchema.tagNames!,
    'abbr',
    'address',
    'article',
    'aside',
    'bdi',
    'bdo',
    'big',
    'caption',
    'center',
    'cite',
    'col',
    'colgroup',
    'dfn',
    'figcaption',
    'figure',
    'mark',
    'small',
    'time',
    'u',
    'wbr',
  ],
  attributes: {
    ...attributes,
    // The parser's notes for later steps; harmless where an author writes them.
    '*': [
      ...attributes['*']!.filter(
        (name) =>
          ![
            'accept',
            'acceptCharset',
            'accessKey',
            'action',
            'encType',
            'htmlFor',
            'method',
            'prompt',
            'tabIndex',
            'useMap',
            'isMap',
            'name',
          ].includes(String(name)),
      ),
      'dataLine',
    ],
    a: [...attributes.a!, 'name', ['target', '_blank'], 'rel'],
    aside: ['dataCallout', 'dataTitle', ['className', word]],
    blockquote: [...attributes.blockquote!, 'dataCallout', 'dataTitle', ['className', word]],
    pre: ['dataFence', ['className', 'center-column']],
    code: ['dataMeta', ['className', /^language-./]],
    td: [['style', /^text-align:\s*(left|right|center);?$/]],
    th: [['style', /^text-align:\s*(left|right|center);?$/]],
  },
  // Ids are the anchors of published links. What they could shadow (`UI-…`) is removed below.
  clobber: [],
  clobberPrefix: '',
  protocols: {
    ...defaultSchema.protocols,
    href: ['http', 'https', 'mailto', 'tel', 'irc', 'ircs', 'xmpp'],
  },
  // Their content is no text for a reader.
  strip: [
    'script',
    'style',
    'template',
    'noscript',
    'iframe',
    'frame',
    'frameset',
    'noframes',
    'noembed',
    'object',
    'embed',
    'applet',
    'svg',
    'math',
    'title',
    'head',
    'textarea',
    'select',
    'xmp',
    'plaintext',
  ],
  allowComments: false,
  allowDoctypes: false,
};

/** The sanitizer calls itself for each level. */
const MAX_DEPTH = 500;

/**
 * @param tree changed in place
 * @param report is told of each element, attribute and link removed, by kind `html-removed`
 */
export function sanitize(tree: Root, report: Report): void {
  const before = mark(tree, report);
  const after = clean(tree, {
    ...schema,
    attributes: { ...schema.attributes, '*': [...schema.attributes!['*']!, mine] },
  }) as Root;
  const kept = unmark(after);
  before.forEach((element, index) => tell(element, kept.get(index), report));
  tree.children = after.children;
}

/** Numbers every element, to compare it before and after. */
const mine = 'dataSanitizeMark';

/** What an element was: the tree itself changes. */
interface Before {
  tagName: string;
  properties: Element['properties'];
  line: number;
}

function mark(tree: Root, report: Report): Before[] {
  const found: Before[] = [];
  const open: { node: Nodes; depth: number; line: number }[] = [{ node: tree, depth: 0, line: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    let { line } = next;
    if (node.type === 'element') {
      // Positions are those of rendered HTML; the author's line is the nearest block's.
      line = Number(node.properties.dataLine) || line;
      delete node.properties[mine];
      found.push({ tagName: node.tagName, properties: { ...node.properties }, line });
      node.properties[mine] = String(found.length - 1);
      if (typeof node.properties.id === 'string' && /^UI-/i.test(node.properties.id))
        delete node.properties.id;
    }
    if (!('children' in node)) continue;
    if (depth > MAX_DEPTH && node.children.length) {
      report({
        kind: 'html-removed',
        line,
        message: `What is nested more than ${MAX_DEPTH} levels deep was removed`,
      });
      node.children = [];
    }
    for (let index = node.children.length - 1; index >= 0; index--)
      open.push({ node: node.children[index]!, depth: depth + 1, line });
  }
  return found;
}

function unmark(tree: Root): Map<number, Element> {
  const kept = new Map<number, Element>();
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'element') {
      kept.set(Number(node.properties[mine]), node);
      delete node.properties[mine];
      if (node.tagName === 'a') closeOpener(node);
    }
    if ('children' in node) open.push(...node.children);
  }
  return kept;
}

/** A page in a new tab never has a hold on this one, whatever its link says (HTML, 4.6.7.13). */
function closeOpener({ properties }: Element): void {
  const written = [properties.rel ?? []].flat().flatMap((one) => String(one).split(/\s+/));
  const rel = written.filter((one) => !/^(?:no)?opener$/i.test(one) && one);
  if (properties.target) rel.push('noopener');
  if (rel.length) properties.rel = rel;
  else delete properties.rel;
}

function tell(
  { tagName, properties, line }: Before,
  after: Element | undefined,
  report: Report,
): void {
  if (!after) {
    report({
      kind: 'html-removed',
      line,
      quote: `<${tagName}`,
      message: `<${tagName}> was removed`,
    });
    return;
  }
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    const now = after.properties[name];
    if (
      name === 'className' &&
      now !== undefined &&
      classesOf(after).length === (Array.isArray(value) ? value.length : 1)
    )
      continue;
    if (name !== 'className' && now !== undefined) continue;
    const whole = String(Array.isArray(value) ? value.join(' ') : value);
    const said = whole.length > 40 ? `${whole.slice(0, 40)}…` : whole;
    const attribute = attributeName(name);
    report({
      kind: 'html-removed',
      line,
      quote: attribute,
      message: `\`${attribute}="${said}"\` of <${tagName}> was removed`,
    });
  }
}

/** `dataFoo`, `className`, `onClick` as an author writes them. */
const attributeName = (property: string): string =>
  property === 'className'
    ? 'class'
    : property.startsWith('data')
      ? property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      : property.toLowerCase();
