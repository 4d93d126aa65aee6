/** Symbols in the first column of a table: parameters, headers, status and error codes. */
import type { Element } from 'hast';
import { headerName, type SymbolCollector } from './api-symbol.ts';
import { isMethod, isPath } from './endpoint-symbols.ts';
import { parameterName } from '../tables/parameter-name.ts';
import { spanOf, tableRows } from '../tables/table-grid.ts';
import { isElement, textOf } from '../../shared/hast/text.ts';

/**
 * Adds a symbol for each row and hands every other cell to `visit`, for inline code in
 * descriptions. A first cell names a symbol if it is code, or one word that is no sentence.
 */
export function tableSymbols(
  table: Element,
  into: SymbolCollector,
  visit: (cell: Element) => void,
): void {
  let heads: string[] = [];
  for (const { node: row, cells, columns, foot } of tableRows(table)) {
    if (!cells.length) continue;
    if (cells.every((cell) => cell.tagName === 'th')) {
      heads = cells.map((cell) => textOf(cell).trim().toLowerCase());
      continue;
    }
    // Postman and others put the method or a bare number before the name.
    const first = cells.findIndex((cell) => textOf(cell).trim() !== '');
    if (first < 0) continue;
    // What a cell above reaches down to, or what stands for several columns, is no name.
    const names = !foot && columns[0] === 0 && spanOf(cells[first]!, 'colSpan') === 1;
    const named = names ? nameOf(cells[first]!) : undefined;
    if (named && !named.endpoint) {
      // `$gt`, `$gte` share a row.
      for (const name of alternatives(cells[first]!) ?? [named.name])
        into.add({ name, kind: kindOf(name, heads[first] ?? ''), ...idOf(row) });
    }
    for (const [at, cell] of cells.entries()) {
      if (at === first && named && !named.endpoint) continue;
      visit(cell);
      // A list of errors may begin with the status that they come with.
      const code = textOf(cell).trim();
      if (at > first && names && isCode.test(code) && ofCodes.test(heads[columns[at]!] ?? ''))
        into.add({ name: code, kind: 'code', ...idOf(row) });
    }
    const second = cells[first + 1];
    const method = textOf(cells[first]!).trim();
    if (second && isMethod(method)) {
      const path = textOf(second).trim();
      if (isPath(path)) into.add({ name: path, kind: 'endpoint', method });
    }
  }
}

/** The names in a cell that lists several as code, and nothing else. */
function alternatives({ children }: Element): string[] | undefined {
  const names = children.flatMap((child) =>
    isElement(child, 'code') ? [textOf(child).trim()] : [],
  );
  const between = children
    .map((child) => (isElement(child, 'code') ? '' : textOf(child)))
    .join(' ');
  return names.length > 1 &&
    names.every((name) => /^\S{1,80}$/.test(name)) &&
    /^(?:[\s,;/|]|\b(?:or|and)\b)*$/i.test(between)
    ? names
    : undefined;
}

/** Where to land. */
function idOf(row: Element): { id?: number } {
  const id = Number.parseInt(String(row.properties.dataRow), 10);
  return Number.isInteger(id) ? { id } : {};
}

/** What a column of codes is called, and what stands in it. */
const ofCodes = /^(?!.*(?:country|currency|language|zip|post)).*codes?$/;
const isCode = /^(?:\d{3,6}|[A-Z][A-Z\d]*(?:_[A-Z\d]+)+)$/;

const name = /^[$@#:_{<-]{0,2}[\p{L}_][\p{L}\p{N}_$.:[\]{}<>@-]*$/u;
/** `C#`, `C++`, `.NET`. */
const signed = /^(?:\p{L}(?:#|\+\+)|\.\p{L}+)$/u;

/** The name without marks of nesting, type or `required`; undefined for prose. */
function nameOf(cell: Element): { name: string; endpoint: boolean } | undefined {
  const text = textOf(cell).trim();
  const word =
    parameterName(cell)?.name.split(' ', 1)[0]!.replace(/,$/, '') ?? text.split(/\s/u, 1)[0]!;
  if (!word || word.length > 80) return undefined;
  if (isMethod(word) || isPath(text.split(/\s/u, 1)[0]!)) return { name: word, endpoint: true };
  if (/^\d{3,6}$/.test(word)) return { name: word, endpoint: false };
  if (!/[\p{L}]/u.test(word) || !(name.test(word) || signed.test(word))) return undefined;
  const code = cell.children.some((child) => isElement(child, 'code', 'strong', 'b', 'br'));
  return code ||
    word === text ||
    text.split(/\s+/u).length <= 2 ||
    /[_$A-Z.]/.test(word.slice(1)) ||
    /^[»›]/.test(text)
    ? { name: word, endpoint: false }
    : undefined;
}

function kindOf(name: string, head: string): 'status' | 'code' | 'header' | 'parameter' {
  if (/^\d+$/.test(name)) return 'status';
  if (/error|code/.test(head) && !/param|field|name/.test(head)) return 'code';
  return headerName.test(name) || /header/.test(head) ? 'header' : 'parameter';
}
