/** Opens a page as a reader has it, with the site's own scripts on, and says what is wrong with it. */
import type { BrowserContext, Page } from 'playwright';
import type { Instance } from './instances.ts';

export interface Problem {
  /** `script ran`, `policy`, `live markup`, `left the site`, `our script threw`, `policy alone held it`. */
  what: string;
  where: string;
  detail: string;
}

/** Directives as README, "Hosting" and "Security" promise them; for content that is not the owner's nothing may be added to scripts. */
const exact: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

export class Visitor {
  readonly #page: Page;
  readonly #origin: string;
  readonly #problems: Problem[];
  #at = '';

  private constructor(page: Page, origin: string, problems: Problem[]) {
    this.#page = page;
    this.#origin = origin;
    this.#problems = problems;
  }

  static async in(context: BrowserContext, origin: string, problems: Problem[]): Promise<Visitor> {
    const page = await context.newPage();
    const visitor = new Visitor(page, origin, problems);
    await page.exposeFunction('X', (number: unknown) =>
      visitor.#tell('script ran', `X(${String(number)})`),
    );
    page.on('dialog', (dialog) => {
      visitor.#tell('script ran', 'a dialog');
      void dialog.dismiss().catch(() => {});
    });
    page.on('popup', (popup) => {
      visitor.#tell('left the site', 'a window');
      void popup.close().catch(() => {});
    });
    page.on('pageerror', (error) => visitor.#tell('our script threw', error.message));
    page.on('console', (message) => {
      const text = message.text();
      if (/violates the following Content Security Policy directive.*script-src/s.test(text))
        visitor.#tell('policy alone held it', text.slice(0, 160));
    });
    page.on('request', (request) => {
      const url = request.url();
      const isOutside = !url.startsWith(origin) && !/^(data|blob|about):/.test(url);
      if (isOutside && !['image', 'media', 'font', 'stylesheet'].includes(request.resourceType()))
        visitor.#tell('left the site', `${request.resourceType()} ${url.slice(0, 100)}`);
    });
    return visitor;
  }

  #tell(what: string, detail: string): void {
    this.#problems.push({ what, where: this.#at, detail });
  }

  /** @param search asks the search box for something as well */
  async page(url: string, search?: string): Promise<void> {
    this.#at = url;
    await this.#go(url);
    await this.#look(url, search, { mayMove: true });
  }

  /** @param group of one kind: an address, or what a storage holds under several keys */
  async instances(group: Instance[], index: number): Promise<void> {
    const base = `${this.#origin}/${index % 2 ? 'b.html' : ''}`;
    const [first] = group as [Instance];
    this.#at = group
      .map(({ kind, where, text, number }) => `${kind} ${where} ${number}: ${text.slice(0, 200)}`)
      .join('; ');
    if (first.kind === 'url') {
      // Another hash alone loads nothing anew.
      if (this.#page.url().replace(/[?#].*/s, '') === base) await this.#page.goto('about:blank');
      await this.#go(base + first.text);
    } else {
      await this.#go(`${this.#origin}/llms.txt`);
      const kept = group.map(({ where, text }) => {
        const [area = '', ...key] = where.split(' ');
        return [area, key.join(' '), text.replaceAll('ORIGIN', this.#origin)] as const;
      });
      await this.#page.evaluate((kept) => {
        localStorage.clear();
        sessionStorage.clear();
        for (const [area, key, value] of kept)
          (area === 'local' ? localStorage : sessionStorage).setItem(key, value);
      }, kept);
      await this.#go(`${base}#first`);
    }
    await this.#look(base, index % 25 === 0 ? first.text.slice(0, 60) : undefined);
  }

  async #go(url: string): Promise<void> {
    try {
      await this.#page.goto(url, { timeout: 20_000 });
    } catch (error) {
      // An address that the browser refuses to go to is none that a reader follows.
      if (!/ERR_ABORTED|interrupted|invalid URL|Cannot navigate/i.test(String(error)))
        this.#tell('left the site', String(error).slice(0, 160));
    }
  }

  /** @param options.mayMove to another page of the site: a redirect's page does */
  async #look(url: string, search?: string, { mayMove = false } = {}): Promise<void> {
    const page = this.#page;
    try {
      if (search !== undefined) {
        await page.locator('input[type=search]').first().fill(search, { timeout: 5_000 });
        await page.waitForTimeout(400);
      }
      for (const each of await page.evaluate(inspect, exact)) this.#tell(each[0]!, each[1]!);
    } catch (error) {
      this.#tell('left the site', `cannot be looked at: ${String(error).slice(0, 160)}`);
    }
    if (
      new URL(page.url()).origin !== this.#origin ||
      (!mayMove && new URL(page.url()).pathname !== new URL(url).pathname)
    )
      this.#tell('left the site', page.url().slice(0, 160));
  }

  async close(): Promise<void> {
    await this.#page.close();
  }
}

/** Runs in the page. */
async function inspect(exact: Record<string, string>): Promise<string[][]> {
  const found: string[][] = [];
  scrollTo(0, document.documentElement.scrollHeight);
  await new Promise((resolve) => setTimeout(resolve, 25));
  const first = document.head?.firstElementChild;
  const content =
    first?.getAttribute('http-equiv')?.toLowerCase() === 'content-security-policy'
      ? (first.getAttribute('content') ?? '')
      : undefined;
  if (content === undefined) found.push(['policy', 'is not the first of <head>']);
  else {
    const directives = new Map(
      content
        .split(';')
        .map((part) => part.trim().split(/\s+/))
        .map(([name, ...sources]) => [name!, sources.join(' ')]),
    );
    for (const [name, value] of Object.entries(exact))
      if (directives.get(name) !== value) found.push(['policy', `${name} ${directives.get(name)}`]);
    for (const name of [
      'frame-src',
      'object-src',
      'child-src',
      'script-src-elem',
      'script-src-attr',
    ])
      if (directives.has(name) && directives.get(name) !== "'none'")
        found.push(['policy', `${name} ${directives.get(name)}`]);
    if (/[,\r\n]/.test(content)) found.push(['policy', 'holds a comma or a line end']);
  }
  const visit = (root: ParentNode) => {
    for (const element of root.querySelectorAll('*')) {
      const name = element.localName;
      const html = () => element.outerHTML.slice(0, 140);
      for (const { name: attribute, value } of element.attributes) {
        if (/^on/i.test(attribute)) found.push(['live markup', `${attribute}: ${html()}`]);
        // eslint-disable-next-line no-control-regex
        if (
          /^(href|src|action|formaction|xlink:href|data|to|values|from|srcdoc|poster|background)$/i.test(
            attribute,
          ) &&
          /^[\0-\x20]*(j[\s\0-\x1f]*a[\s\0-\x1f]*v[\s\0-\x1f]*a[\s\0-\x1f]*s[\s\0-\x1f]*c[\s\0-\x1f]*r[\s\0-\x1f]*i[\s\0-\x1f]*p[\s\0-\x1f]*t[\s\0-\x1f]*:|vbscript:|data:text\/html)/i.test(
            value,
          )
        )
          found.push(['live markup', `${attribute}: ${html()}`]);
      }
      const type = element.getAttribute('type') ?? '';
      if (name === 'script') {
        const src = (element as HTMLScriptElement).src;
        const isData = /^(application\/(ld\+)?json|speculationrules)$/.test(type);
        if (src ? !src.startsWith(`${location.origin}/`) : !isData)
          found.push(['live markup', html()]);
      }
      if (/^(iframe|frame|frameset|object|embed|base|portal|applet)$/.test(name))
        found.push(['live markup', html()]);
      if (
        name === 'meta' &&
        /refresh|set-cookie/i.test(element.getAttribute('http-equiv') ?? '') &&
        !element.closest('noscript')
      )
        found.push(['live markup', html()]);
      if (name === 'template') visit((element as HTMLTemplateElement).content);
    }
  };
  visit(document);
  return found;
}
