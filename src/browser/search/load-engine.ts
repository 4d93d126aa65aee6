/** Loads what searching needs: the symbol table, the text index and the styles of results. */
import { Engine } from '../../shared/search/engine.ts';
import type { TextIndex } from '../../shared/search/text/text-search.ts';
import { pause } from '../../shared/search/pause.ts';
import { base } from './current-document.ts';
import { addStyles } from './styles.ts';

/** Rejects where the table cannot be had. */
export async function loadEngine(): Promise<Engine> {
  const folder = `${base()}pagefind/`;
  const styles = addStyles();
  const engine = await Engine.load({
    language: document.documentElement.lang,
    fetch: async (file) => {
      const answer = await fetch(
        folder + file,
        file === 'symbols.json' ? { cache: 'no-cache' } : {},
      );
      if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    loadText: async () => {
      const module = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as TextIndex & {
        init(): Promise<void>;
        destroy(): Promise<void>;
        mergeIndex(folder: string, options: { language: string }): Promise<void>;
      };
      // One that failed before stays failed.
      await module.destroy();
      await module.init();
      return {
        search: (term) => module.search(term),
        // Another name of the same folder: its own is taken for a slip.
        add: (language) => module.mergeIndex(`${folder}./`, { language }),
      };
    },
    pause,
  });
  await styles;
  return engine;
}
