/** A thing of the API that a row names. */

export interface ApiSymbol {
  /** As written: `$filter`, `X-HTTP-Method-Override`, `/rest/{collection}`, `404`. */
  name: string;
  kind: 'endpoint' | 'header' | 'parameter' | 'code' | 'status' | 'key';
  /** Placeholder of the row's id; absent: the section itself. */
  id?: number;
  /** Of an endpoint: `GET`. */
  method?: string;
  /** In a sample only: used, not explained. */
  example?: boolean;
}

/** Each name once a kind; a mention replaces an example. */
export class SymbolCollector {
  readonly found = new Map<string, ApiSymbol>();

  add(symbol: ApiSymbol): void {
    const key = `${symbol.kind} ${symbol.method ?? ''} ${symbol.name}`;
    const known = this.found.get(key);
    if (!known || (known.example && !symbol.example)) this.found.set(key, symbol);
    else if (known.id === undefined && symbol.id !== undefined) known.id = symbol.id;
  }
}

/** Single words only where they are well known. */
export const headerName = new RegExp(
  `^(?:${[
    '[xX]-[\\w-]+',
    '[A-Z][A-Za-z0-9]*(?:-[A-Z][A-Za-z0-9]*)+',
    'Authorization|Accept|Cookie|Host|Location|Link|ETag|Origin|Vary|Date|Age|Expires',
  ].join('|')})$`,
);
