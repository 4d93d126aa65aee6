/** Methods with paths, in the forms in which sources write them. */
import type { ElementContent, RootContent } from 'hast';
import type { SymbolCollector } from './api-symbol.ts';
import { httpMethods } from '../../shared/http-methods.ts';
import { textOf } from '../../shared/hast/text.ts';

const methods = new Set([...httpMethods, 'DEL']);
const request = new RegExp(`^(${httpMethods.join('|')}):?\\s+(\\S+)`);

export const isMethod = (text: string): boolean => methods.has(text);

/** `/x`, `https://host/x`, `{{base}}/x`, `:host/x`: no white space, a slash early on. */
export const isPath = (text: string): boolean =>
  text.length > 1 &&
  text.length < 200 &&
  /^(?:https?:\/\/[^\s"'`]+|[{<:]{0,2}[\w.-]*[}>]{0,2}\/[^\s"'`]*)$/.test(text);

/** What of a URL is the API's: without scheme, host and query. `https://host` alone gives ''. */
export function apiPath(url: string): string {
  const path = url.replace(/^https?:\/\/[^/\s]*/, '').replace(/[?#].*$/s, '');
  return path.startsWith('/') ? path : path && `/${path.replace(/^[^/]*\//, '')}`;
}

/**
 * Endpoints written as neighbours (`<i class="label">POST</i><h6>/path</h6>`, `**GET** /path`,
 * `<td>GET</td><td>/x</td>`), or a text that begins `GET /path`. Looks at `nodes` only, not into
 * them.
 */
export function endpointsIn(
  nodes: readonly (ElementContent | RootContent)[],
  into: SymbolCollector,
): void {
  let method = '';
  for (const node of nodes) {
    if (node.type !== 'text' && node.type !== 'element') continue;
    if (node.type === 'element' && (node.tagName === 'pre' || node.tagName === 'table')) {
      method = '';
      continue;
    }
    const short = node.type === 'text' || node.children.length < 4;
    const text = short ? textOf(node).trim() : '';
    if (!text) {
      if (!short) method = '';
      continue;
    }
    const bare = text.replace(/:$/, '');
    if (isMethod(bare)) {
      method = bare;
      continue;
    }
    if (method) {
      const path = text.split(/\s/, 1)[0]!;
      if (isPath(path)) into.add({ name: path, kind: 'endpoint', method });
      method = '';
    } else if (node.type === 'text') {
      const found = request.exec(text);
      if (found && isPath(found[2]!))
        into.add({ name: found[2]!, kind: 'endpoint', method: found[1]! });
    }
  }
}
