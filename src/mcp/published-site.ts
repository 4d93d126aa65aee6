/** A published site as an MCP server holds it: read once, and again when it may have been published anew. */
import type { Engine } from '../shared/search/engine.ts';
import { readContents, type Contents } from './contents.ts';
import { openSearch } from './search.ts';
import { siteFiles, type SiteFiles } from './site-files.ts';

/** An editor keeps a server for days; a site may be published every hour. */
const FRESH_MS = 10 * 60_000;

export class PublishedSite {
  readonly files: SiteFiles;
  readonly #contents: () => Promise<Contents>;
  readonly #engines = new Map<string, () => Promise<Engine>>();

  /**
   * @param location URL, or absolute path of a folder
   * @throws SiteError where there is no site that this Phyllite can read
   */
  static async open(location: string): Promise<PublishedSite> {
    const site = new PublishedSite(await siteFiles(location));
    await site.contents();
    return site;
  }

  private constructor(files: SiteFiles) {
    this.files = files;
    this.#contents = kept(() => readContents(files));
  }

  contents(): Promise<Contents> {
    return this.#contents();
  }

  /** @param language BCP 47; the text of other languages is not searched */
  engine(language: string): Promise<Engine> {
    let engine = this.#engines.get(language);
    if (!engine) {
      engine = kept(() => openSearch(this.files, language));
      this.#engines.set(language, engine);
    }
    return engine();
  }
}

/** What `load` gives, kept as long as it is fresh; a failure is not kept. */
function kept<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  let until = 0;
  return () => {
    if (!value || Date.now() > until) {
      value = load();
      until = Date.now() + FRESH_MS;
      value.catch(() => {
        value = undefined;
      });
    }
    return value;
  };
}
