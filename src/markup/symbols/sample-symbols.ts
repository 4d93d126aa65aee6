/** Symbols in a code sample: its request line, headers, keys of JSON. */
import type { SymbolCollector } from './api-symbol.ts';
import { httpMethods } from '../../shared/http-methods.ts';
import { apiPath } from './endpoint-symbols.ts';

const key = /["']([\p{L}_$@][\p{L}\p{N}_$@.:-]{0,59})["']\s*:/gu;
const request = new RegExp(String.raw`^\s*(${httpMethods.join('|')})\s+((?:https?:\/\/|\/|\{)\S+)`);
const curl = /\bcurl\b[^\n]*/;
/** HTTPie: `http --form POST "https://…" name=value`. */
const httpie = /^[ \t]*(?:\$ )?https?((?: +-\S+)*)(?: +([A-Z]+))? +["']?(https?:\/\/[^\s"'\\]+)/m;
const header = /(?:-H|--header)[ =]*["']([A-Za-z][\w-]*):/g;
const operator = /["'](\$[A-Za-z]\w*)["']/g;

/** `text` is the sample to the letter. Everything added is an `example`. */
export function codeSymbols(text: string, into: SymbolCollector): void {
  const line = request.exec(text);
  if (line) add(line[2]!, line[1]!, into);
  if (text.includes('curl')) {
    const command = curl.exec(text)?.[0];
    if (command) {
      const whole = text.slice(text.indexOf(command), text.indexOf(command) + 2000);
      const method = /(?:-X|--request)[ =]*["']?([A-Z]+)/.exec(whole)?.[1];
      const url = /https?:\/\/[^\s"'\\]+/.exec(whole)?.[0];
      if (url)
        add(url, method ?? (/\s(?:-d|--data\S*|-F|--form)\s/.test(whole) ? 'POST' : 'GET'), into);
    }
    for (const match of text.matchAll(header))
      into.add({ name: match[1]!, kind: 'header', example: true });
  }
  const sent = text.includes('http') && httpie.exec(text);
  if (sent) {
    const [, options = '', method, url = ''] = sent;
    // What it sends are fields; `name==value` is of the query.
    const sends = /--(?:form|json|multipart)\b/.test(options) || /\s["']?[\w-]+:?=[^=]/.test(text);
    add(url, method ?? (sends ? 'POST' : 'GET'), into);
  }
  if (text.includes('":') || text.includes("':") || text.includes('" :'))
    for (const match of text.matchAll(key))
      into.add({ name: match[1]!, kind: 'key', example: true });
  if (text.includes('$'))
    for (const match of text.matchAll(operator))
      into.add({ name: match[1]!, kind: 'key', example: true });
}

function add(url: string, method: string, into: SymbolCollector): void {
  const path = apiPath(url);
  if (path.length > 1) into.add({ name: path, kind: 'endpoint', method, example: true });
}
