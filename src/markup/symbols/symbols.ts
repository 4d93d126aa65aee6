/**
 * The API things that a row names: endpoints, headers, parameters, status and error codes, names in
 * the text, keys of examples. Search matches them whole, by prefix and by their parts.
 */
import type { Element, ElementContent, RootContent } from 'hast';
import { headerName, SymbolCollector, type ApiSymbol } from './api-symbol.ts';
import { endpointsIn, isMethod, isPath } from './endpoint-symbols.ts';
import { tableSymbols } from './table-symbols.ts';
import { valuesIn } from './value-symbols.ts';
import { codeSymbols } from './sample-symbols.ts';
import { textOf } from '../../shared/hast/text.ts';

type Node = ElementContent | RootContent;

/**
 * The symbols of one row, in order; a path without a method only where no method is known.
 * @param nodes the row's content. A `<tr>` with its own id has the placeholder's index in `dataRow`
 */
export function symbolsOf(nodes: readonly Node[]): ApiSymbol[] {
  const collector = new SymbolCollector();
  siblings(nodes, collector);
  const all = [...collector.found.values()];
  const called = new Set(all.filter((symbol) => symbol.method).map((symbol) => symbol.name));
  return all.filter(
    (symbol) => symbol.kind !== 'endpoint' || symbol.method || !called.has(symbol.name),
  );
}

function siblings(nodes: readonly Node[], into: SymbolCollector): void {
  endpointsIn(nodes, into);
  for (const node of nodes) if (node.type === 'element') element(node, into);
}

function element(node: Element, into: SymbolCollector): void {
  const { dataStatus, dataMethod } = node.properties;
  if (dataStatus !== undefined && dataStatus !== null && dataStatus !== '')
    into.add({ name: String(dataStatus), kind: 'status', example: true });
  switch (node.tagName) {
    case 'pre':
      codeSymbols(textOf(node), into);
      return;
    case 'code':
      inlineCode(textOf(node).trim(), into);
      return;
    case 'p':
    case 'td':
    case 'li':
      for (const name of valuesIn(node)) into.add({ name, kind: 'code', value: true });
      break;
    case 'table':
      tableSymbols(node, into, (cell) => siblings(cell.children, into));
      return;
  }
  if (typeof dataMethod === 'string' && dataMethod) {
    const path = textOf(node)
      .trim()
      .replace(/^[A-Z]+\s+/, '');
    if (isPath(path)) into.add({ name: path, kind: 'endpoint', method: dataMethod.toUpperCase() });
  }
  siblings(node.children, into);
}

/** Names in inline code: one word with a letter, or a `$` operator. */
const identifier = /^[$@#:_-]{0,3}[\p{L}_][\p{L}\p{N}_$.:[\]{}<>/@*-]{0,78}(?:\(\))?$/u;
function inlineCode(text: string, into: SymbolCollector): void {
  if (!text || text.length > 80) return;
  const request = /^([A-Z]+)\s+(\S+)$/.exec(text);
  if (request && isMethod(request[1]!) && isPath(request[2]!)) {
    into.add({ name: request[2]!, kind: 'endpoint', method: request[1]! });
    return;
  }
  // `Authorization: Bearer …` names the header; `"total": 3` names the key.
  const pair = /^"?([\w-]+)"?\s*:\s+\S/.exec(text);
  // So does `?per_page=15`, and `&page`.
  const field = /^[?&]([\w.[\]-]+)(?:=\S*)?$/.exec(text);
  const name = (pair ?? field)?.[1] ?? text.replace(/^["']([^"']+)["']$/, '$1');
  if (/^[1-5]\d\d$/.test(name)) into.add({ name, kind: 'status' });
  else if (/^\/\S+$/.test(name) && /[\p{L}]/u.test(name)) into.add({ name, kind: 'endpoint' });
  else if (headerName.test(name)) into.add({ name, kind: 'header' });
  else if (identifier.test(name)) into.add({ name, kind: 'code' });
}
