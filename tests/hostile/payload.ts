/**
 * HTML that would run a script: `X(n)` for the instance of number n. Built of parts, and of vectors that are known to
 * have passed sanitizers (text that changes its meaning when it is parsed, written and parsed again).
 */
import type { Random } from './random.ts';
import { vectors } from './vectors.ts';

const events = [
  'onerror',
  'onload',
  'onclick',
  'onfocus',
  'ontoggle',
  'onmouseover',
  'onbegin',
  'onpointerenter',
  'onanimationstart',
  'onscroll',
  'onbeforetoggle',
  'onfocusin',
  'onbeforematch',
  'onwheel',
];
const tags = [
  'img',
  'svg',
  'iframe',
  'a',
  'form',
  'input',
  'button',
  'math',
  'details',
  'video',
  'audio',
  'marquee',
  'object',
  'embed',
  'body',
  'select',
  'table',
  'div',
  'aside',
  'figure',
  'pre',
  'code',
  'animate',
  'set',
  'use',
  'foreignObject',
  'mglyph',
  'dialog',
  'area',
  'style',
  'link',
  'meta',
  'base',
  'template',
  'portal',
  'frameset',
  'x-element',
  'image',
  'isindex',
  'keygen',
  'noscript',
  'textarea',
  'title',
  'xmp',
  'plaintext',
  'listing',
  'search',
  'nav',
  'main',
  'header',
  'footer',
];
const schemes = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'java&#9;script:',
  'java&NewLine;script:',
  '&#106;avascript:',
  '&#x6A;avascript&colon;',
  ' javascript:',
  '\u0001javascript:',
  'javascript://%0a',
  'vbscript:',
  'data:text/html,<script>',
  'data:text/html;base64,',
  'data:image/svg+xml,<svg onload=',
  'blob:',
  'view-source:javascript:',
  'feed:javascript:',
  '//evil.test/',
  'https://evil.test/',
  '\\\\evil.test\\',
  'jar:javascript:',
];
/** Names and attributes that our own scripts and styles look for. */
const ours = [
  'id=UI-search',
  'id=UI-main',
  'id=UI-sidebar',
  'id=UI-ready',
  'class=tabs',
  'class="tab" data-label="x"',
  'data-search',
  'data-nav="https://evil.test/nav.json"',
  'data-base="//evil.test/"',
  'data-document="//evil.test/"',
  'data-copy',
  'data-copy-page="javascript:X(0)"',
  'data-keep-place',
  'data-generated',
  'data-language=ruby',
  'data-sync-key=__proto__',
  'class=sample data-collapse=1',
  'class=contents',
  'role=option',
  'role=combobox',
  'data-search-results',
  'data-theme-button',
  'name=documentElement',
  'name=phyllite',
  'id=phyllite',
  'name=dataset',
  'name=body',
  'name=currentScript',
  'class=parameters',
  'data-nested',
  'data-status=200',
  'data-title="<img src=x onerror=X(0)>"',
  'is=x-y',
  'slot=x',
  'part=x',
  'popover',
  'itemscope',
];

/** One attribute, with or without quotes. */
function attribute(random: Random, name: string, value: string): string {
  const quote = random.pick(['"', '"', "'", '', '`']);
  return `${name}${random.pick(['=', '=', ' = ', '=\n'])}${quote}${quote === '"' ? value.replaceAll('"', '&quot;') : value}${quote}`;
}

function attributes(random: Random, number: number): string {
  const script = `X(${number})`;
  const made = [
    () =>
      attribute(
        random,
        random.is(0.3) ? random.pick(events).toUpperCase() : random.pick(events),
        script,
      ) + random.pick(['', ' autofocus tabindex=1', ' src=x', ' open']),
    () =>
      attribute(
        random,
        random.pick([
          'href',
          'src',
          'action',
          'formaction',
          'xlink:href',
          'data',
          'poster',
          'background',
          'cite',
          'ping',
          'to',
          'values',
          'from',
          'srcset',
          'longdesc',
          'manifest',
        ]),
        random.pick(schemes) + script,
      ),
    () => attribute(random, 'srcdoc', `<script>${script}</script>`),
    () =>
      attribute(
        random,
        'style',
        random.pick([
          `background:url(javascript:${script})`,
          `behavior:url(x)`,
          `width:expression(${script})`,
          `position:fixed;inset:0;z-index:9999`,
          `animation:x 1s`,
        ]),
      ),
    () =>
      attribute(
        random,
        'http-equiv',
        random.pick(['refresh', 'Content-Security-Policy', 'set-cookie', 'x-ua-compatible']),
      ) +
      attribute(
        random,
        ' content',
        random.pick([`0;url=javascript:${script}`, "script-src 'unsafe-inline'"]),
      ),
    () => random.pick(ours),
    () =>
      attribute(
        random,
        random.pick(['title', 'alt', 'id', 'class', 'name', 'aria-label', 'lang']),
        random.pick([
          '"><script>',
          "'><script>",
          '</title><script>',
          '--><script>',
          ']]><script>',
        ]) + `${script}</script>`,
      ),
    () => attribute(random, 'attributeName', random.pick(['href', 'onload', 'xlink:href'])),
  ];
  return Array.from({ length: 1 + random.below(3) }, () => random.pick(made)()).join(
    random.pick([' ', '/', '\n', '\t', '\f', '']),
  );
}

function tag(random: Random, number: number, depth: number): string {
  const name = random.is(0.2) ? random.pick(tags).toUpperCase() : random.pick(tags);
  const inner = depth > 2 || random.is(0.3) ? 'text' : payload(random, number, depth + 1);
  const start = `<${name}${random.pick([' ', '/', '\n'])}${attributes(random, number)}${random.pick(['>', '>', '/>', ' >', ''])}`;
  return random.pick([
    `${start}${inner}</${name}>`,
    start,
    `${start}${inner}`,
    `</${name}>${start}`,
    `${inner}${start}`,
  ]);
}

/** @param depth how deep it lies in others */
export function payload(random: Random, number: number, depth = 0): string {
  if (random.is(0.45)) return random.pick(vectors).replaceAll('X(N)', `X(${number})`);
  if (depth === 0 && random.is(0.25))
    return payload(random, number, 1) + random.pick(['', ' ', '\n']) + payload(random, number, 1);
  return tag(random, number, depth);
}

/** An address that means harm. */
export const address = (random: Random, number: number): string =>
  random.pick(schemes) + `X(${number})`;
