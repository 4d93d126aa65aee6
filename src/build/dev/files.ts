/** In `dev`, the files beside the pages (search index, twins, nav.json …), made when first asked for after a change. */
import { publish } from '../../publish/publish.ts';
import { buildIndex } from '../../search/build-index.ts';
import type { Session } from '../session.ts';

export class DevFiles {
  readonly #session: Session;
  #published: Map<string, string | Uint8Array> | undefined;
  #index: Promise<Map<string, string | Uint8Array>> | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  clear(): void {
    this.#published = this.#index = undefined;
  }

  /** @param file path below the site root */
  async get(file: string): Promise<string | Uint8Array | undefined> {
    if (!this.#session.isArranged) return undefined;
    if (file.startsWith('pagefind/')) {
      await this.#session.renderMdx();
      return (await (this.#index ??= buildIndex(this.#session.arrange()))).get(file);
    }
    if (!/\.(md|txt|json|xml)$/.test(file)) return undefined;
    await this.#session.renderMdx();
    return (this.#published ??= publish(this.#session.arrange())).get(file);
  }
}
