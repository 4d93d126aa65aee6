/** The API things a section names, for search: filled by the search work. */
export interface ApiSymbol {
  /** As written: `$filter`, `X-HTTP-Method-Override`, `/rest/{collection}`, `404`. */
  name: string;
  kind: 'endpoint' | 'header' | 'parameter' | 'code' | 'status' | 'key';
  /** Slot index of the id to land on (a parameter's row); absent: the section itself. */
  id?: number;
}
