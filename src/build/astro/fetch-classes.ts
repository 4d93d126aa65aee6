/**
 * `Request`, `Response` and `Headers` as far as Astro needs them to render a page of ours. Node's
 * own come with all of `fetch`: to load that takes a tenth of a small build.
 */

type Pairs = Iterable<[string, string]> | Record<string, string> | undefined;

/** A name in either case is the same one. */
export class Headers extends Map<string, string> {
  constructor(given: Pairs = []) {
    super();
    for (const [name, value] of Symbol.iterator in given ? given : Object.entries(given))
      this.append(name, value);
  }

  append(name: string, value: string): void {
    const before = this.get(name);
    this.set(name, before === undefined ? value : `${before}, ${value}`);
  }

  override get(name: string): string | undefined {
    return super.get(name.toLowerCase());
  }

  override has(name: string): boolean {
    return super.has(name.toLowerCase());
  }

  override set(name: string, value: string): this {
    return super.set(name.toLowerCase(), value);
  }

  override delete(name: string): boolean {
    return super.delete(name.toLowerCase());
  }
}

/** Of `GET`, which is all that a page is asked for with. */
export class Request {
  readonly method = 'GET';
  readonly headers = new Headers();
  readonly url: string;

  constructor(url: URL | string) {
    this.url = String(url);
  }
}

interface ResponseOptions {
  status?: number;
  statusText?: string;
  headers?: Pairs;
}

/** Whole: what renders a page does not stream it. */
export class Response {
  readonly body: Uint8Array | string | null;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;

  constructor(
    body: Uint8Array | string | null = null,
    { status = 200, statusText = '', headers }: ResponseOptions = {},
  ) {
    this.body = body;
    this.status = status;
    this.statusText = statusText;
    this.headers = new Headers(headers);
  }

  /** @returns the body */
  async text(): Promise<string> {
    return typeof this.body === 'string'
      ? this.body
      : new TextDecoder().decode(this.body ?? undefined);
  }
}
