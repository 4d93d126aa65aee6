/** A thing of the API that a row names, and the collection of a row's. */

export interface ApiSymbol {
  /** As written: `$filter`, `X-HTTP-Method-Override`, `/rest/{collection}`, `404`. */
  name: string;
  kind: 'endpoint' | 'header' | 'parameter' | 'code' | 'status' | 'key';
  /** Placeholder of the id to go to (a parameter's row); absent: the section itself. */
  id?: number;
  /** Of an endpoint, in capitals: `GET`. */
  method?: string;
  /** Stands in a code sample only: the section uses it, but does not explain it. */
  example?: boolean;
  /** One of a list of values that may stand there: the section says so, and does not only use it. */
  value?: boolean;
}

/** Collects symbols, each name once a kind; a mention in the text replaces an example. */
export class SymbolCollector {
  readonly found = new Map<string, ApiSymbol>();

  add(symbol: ApiSymbol): void {
    const key = `${symbol.kind} ${symbol.method ?? ''} ${symbol.name}`;
    const known = this.found.get(key);
    if (!known || (known.example && !symbol.example)) this.found.set(key, symbol);
    else if (symbol.value) known.value = true;
    else if (known.id === undefined && symbol.id !== undefined) known.id = symbol.id;
  }
}

/** `X-Request-Id`, `x-apikey`, `Retry-After`; single words only where they are well known. */
export const headerName = new RegExp(
  `^(?:${[
    '[xX]-[\\w-]+',
    '[A-Z][A-Za-z0-9]*(?:-[A-Z][A-Za-z0-9]*)+',
    'Authorization|Accept|Cookie|Host|Location|Link|ETag|Origin|Vary|Date|Age|Expires',
  ].join('|')})$`,
);
