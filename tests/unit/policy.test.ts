import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { contentSecurityPolicy, withPolicy } from '../../src/publish/csp/policy.ts';
import { attributesOf, escapeAngles, tagsOf } from '../../src/publish/csp/scan-html.ts';

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const directives = (html: string, extra = {}) =>
  new Map(
    contentSecurityPolicy(html, extra)
      .policy.split('; ')
      .map((part) => [part.split(' ')[0]!, part.split(' ').slice(1)]),
  );

test('a page with nothing of its own gets the strict basis', () => {
  assert.equal(
    contentSecurityPolicy('<!DOCTYPE html><html><head></head><body><p>x</p></body></html>', {})
      .policy,
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
  );
});

test('inline scripts and styles by digest, data blocks not at all', () => {
  const script = 'if (1 < 2 && "</scr" + "ipt>") a = "<b>"\n';
  const found = directives(
    `<head><script>${script}</script><SCRIPT type="module">x</SCRIPT><script type="application/ld+json">{"a":1}</script><script type="speculationrules">{}</script><style media="print">b{color:red}</style></head><b style="color:&quot;red&quot; &amp; x">y</b><b style=a:b>`,
  );
  assert.deepEqual(found.get('script-src'), [
    "'self'",
    "'wasm-unsafe-eval'",
    sha(script),
    sha('x'),
    sha('{}'),
  ]);
  assert.deepEqual(found.get('style-src'), [
    "'self'",
    "'unsafe-hashes'",
    sha('b{color:red}'),
    sha('color:"red" & x'),
    sha('a:b'),
  ]);
});

test('line ends are hashed as a browser reads them', () => {
  assert.ok(directives('<script>a\r\nb</script>').get('script-src')!.includes(sha('a\nb')));
});

test('what is in comments, text areas and other text is no element', () => {
  const found = directives(
    '<!-- <script>a</script> --><textarea><script>b</script></textarea><title><img src=https://c.d></title><!--><script>e</script>',
  );
  assert.deepEqual(found.get('script-src'), ["'self'", "'wasm-unsafe-eval'", sha('e')]);
  assert.deepEqual(found.get('img-src'), ["'self'", 'data:']);
});

test('origins of what the page shows', () => {
  const found = directives(`
    <img src="https://a.example/x.png?y=1" srcset="https://b.example/1.png 1x, //c.example/2.png 2x"><img src="/own.png"><img src=http://d.example:8080/x>
    <iframe src="https://www.youtube.com/embed/x"></iframe><video src="v.mp4" poster="https://e.example/p.jpg"></video><audio><source src="https://f.example/a.ogg"></audio>
    <style>@font-face{src:url(https://g.example/f.woff2)} b{background:url("https://h.example/i.png")} @import "https://i.example/a.css?x";</style>
    <script src="https://j.example/lib.js?v=1"></script><link rel="stylesheet" href="https://k.example/s.css"><form action="https://l.example/go"></form>`);
  assert.deepEqual(found.get('img-src'), [
    "'self'",
    'data:',
    'https://a.example',
    'https://b.example',
    'c.example',
    'http://d.example:8080',
    'https://e.example',
    'https://h.example',
  ]);
  assert.deepEqual(found.get('frame-src'), ['https://www.youtube.com']);
  assert.deepEqual(found.get('media-src'), ["'self'", 'https://f.example']);
  assert.deepEqual(found.get('font-src'), ["'self'", 'https://g.example']);
  assert.deepEqual(found.get('script-src')!.slice(2), ['https://j.example/lib.js']);
  assert.deepEqual(
    found.get('style-src')!.filter((source) => source.startsWith('https')),
    ['https://i.example/a.css', 'https://k.example/s.css'],
  );
  assert.deepEqual(found.get('form-action'), ['https://l.example']);
});

test('handlers and javascript: links are reported once each', () => {
  const { findings } = contentSecurityPolicy(
    '<b onclick="a()">x</b><b onclick="b()">y</b><img src=x onerror=alert(1)><a href=" java\nscript&#58;alert(1)">z</a><a href="/javascript:">fine</a>',
    {},
  );
  assert.deepEqual(
    findings.map(({ kind, message }) => `${kind} ${/`.*?`.*?<\w+>/.exec(message)![0]}`),
    [
      'inline-handler `onclick` of <b>',
      'inline-handler `onerror` of <img>',
      'inline-handler `javascript:` URL of <a>',
    ],
  );
});

test('the owner’s additions; what could break out of a directive is refused', () => {
  const { policy, findings } = contentSecurityPolicy('', {
    'connect-src': ['https://api.example', 'https://x; script-src *'],
    'Frame-Src': ["'self'"],
    'report-to': ['x'],
    'form-action': ['https://f.example'],
  });
  assert.match(
    policy,
    /connect-src 'self' https:\/\/api\.example; .*form-action https:\/\/f\.example; frame-src 'self'$/,
  );
  assert.equal(findings.length, 2);
});

test('an owner’s unsafe-inline drops the digests of that directive, and of no other', () => {
  const html = '<script>a</script><style>b</style><p style="color: red">x</p>';
  const of = (extra: Record<string, string[]>, directive: string) =>
    contentSecurityPolicy(html, extra).policy.match(new RegExp(`${directive} ([^;]*)`))![1]!;
  const inline = ["'unsafe-inline'"];
  assert.equal(of({ 'style-src': inline }, 'style-src'), "'self' 'unsafe-inline'");
  assert.match(of({ 'style-src': inline }, 'script-src'), /^'self' 'wasm-unsafe-eval' 'sha256-/);
  assert.equal(
    of({ 'script-src': inline }, 'script-src'),
    "'self' 'wasm-unsafe-eval' 'unsafe-inline'",
  );
  assert.match(of({ 'script-src': inline }, 'style-src'), /'unsafe-hashes' 'sha256-/);
});

test('the policy stands where the layout has its mark, wherever content writes <head>', () => {
  const page = (content: string) =>
    `<html data-x="<head>"><head><meta http-equiv="Content-Security-Policy" content="${content}">` +
    '<script>a</script></head><body><p title="<head>">x</p></body></html>';
  const { html } = withPolicy(page('the-mark'), 'the-mark', {});
  assert.match(html, /content="default-src 'none'; [^"]*sha256-[^"]*"><script>/);
  const escaped = escapeAngles(page('the-mark'));
  assert.equal(html.replace(/(content=")[^"]*/, '$1the-mark'), escaped);
  assert.match(escaped, /data-x="&lt;head&gt;"/);
  assert.throws(() => withPolicy('<head></head>', 'the-mark', {}));
  assert.equal(withPolicy(page(''), undefined, {}).html, escapeAngles(page('')));
});

test('no tag can be found within an attribute', () => {
  const html = `<p title="<head>" x='a>b' y=<z>a < b <!-- <i x="<"> --><script>"<b x='<'>"</script>`;
  assert.equal(
    escapeAngles(html),
    html.replace('"<head>"', '"&lt;head&gt;"').replace('a>b', 'a&gt;b').replace('y=<z', 'y=&lt;z'),
  );
});

test('tags and attributes as the HTML standard reads them', () => {
  const tags = [
    ...tagsOf(
      `a < b <a href='x>y' b=c"d e f = "g" A=1 a=2/><P/>< p></p x=">"><script>"<b>"</SCRIPT ><img src="cut`,
    ),
  ];
  assert.deepEqual(
    tags.map(({ name, text }) => [name, text]),
    [
      ['a', ''],
      ['p', ''],
      ['script', '"<b>"'],
    ],
  );
  assert.deepEqual(
    [...attributesOf(tags[0]!.attributes)],
    [
      ['href', 'x>y'],
      ['b', 'c"d'],
      ['e', ''],
      ['f', 'g'],
      ['a', '1'],
    ],
  );
});
