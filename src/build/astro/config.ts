/**
 * Astro's settings for a content folder that may lie anywhere. What they mend is in the comments.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import type { MdxContext } from '../../mdx/index.ts';
import type { SiteContent, SiteOptions } from '../content.ts';
import { cacheFolder, project } from '../project.ts';
import { inlineScripts, plainImports } from './inline-scripts.ts';
import { contentModules } from './virtual-modules.ts';

export const serverEntry = path.join(project, 'src/build/astro/server-entry.ts');
const imageService = path.join(project, 'src/build/astro/image-service.ts');

export interface ConfigOptions extends Pick<SiteOptions, 'root' | 'base' | 'origin'> {
  /** The content as it was last read. */
  content(): SiteContent;
  /**
   * What is known of an `.mdx` file by its module's id; undefined where it is not of the content.
   */
  mdxContext(id: string): MdxContext | undefined;
  /** MDX's compiler takes half a second to load. */
  mdx: boolean;
  /** Only `build`: absolute path of the folder for what is compiled. */
  outDir?: string;
}

/** To Astro this is a server: pages are rendered when `server-entry.ts` is asked. */
export async function astroConfig(options: ConfigOptions): Promise<AstroInlineConfig> {
  const { root, base, origin, content, mdx, outDir } = options;
  return {
    configFile: false,
    root: project,
    ...(outDir && { outDir }),
    ...(origin && { site: origin }),
    base,
    output: 'server',
    adapter,
    trailingSlash: 'ignore',
    build: { inlineStylesheets: 'never', assets: '_astro' },
    // 'jsx', the default, glues inline elements of templates together.
    compressHTML: true,
    ...(outDir && { image: { service: { entrypoint: imageService } } }),
    devToolbar: { enabled: false },
    logLevel: 'silent',
    ...(mdx && (await mdxConfig(options))),
    vite: {
      plugins: [contentModules(root, content), inlineScripts(), plainImports()],
      logLevel: 'silent',
      // The security policy of a page allows no script or image in the page itself.
      build: { assetsInlineLimit: 0 },
      // Every page names its script: `Reference.….js` instead of a name six times as long.
      environments: {
        client: {
          build: {
            rolldownOptions: {
              output: {
                entryFileNames: ({ name }: { name: string }) =>
                  `_astro/${name.split('.')[0]}.[hash].js`,
              },
            },
          },
        },
      },
      server: { fs: { allow: [project, root] } },
      // What `dev` bundles beforehand: two servers of one checkout must not take it from each other.
      cacheDir: path.join(cacheFolder(root), 'vite'),
    },
  };
}

const adapter: AstroIntegration = {
  name: 'phyllite',
  hooks: {
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'phyllite',
        entrypointResolution: 'auto',
        serverEntrypoint: pathToFileURL(serverEntry),
        supportedAstroFeatures: { serverOutput: 'stable' },
      }),
  },
};

async function mdxConfig({
  mdxContext,
}: ConfigOptions): Promise<Pick<AstroInlineConfig, 'markdown' | 'integrations'>> {
  const [{ default: mdx }, { unified }, { mdxPlugins }] = await Promise.all([
    import('@astrojs/mdx'),
    import('@astrojs/markdown-remark'),
    import('../../mdx/index.ts'),
  ]);
  const { remarkPlugins, rehypePlugins, recmaPlugins } = mdxPlugins(mdxContext);
  return {
    markdown: {
      syntaxHighlight: false,
      processor: unified({ gfm: true, smartypants: false, remarkPlugins, rehypePlugins }),
    },
    integrations: [mdx({ optimize: false, recmaPlugins })],
  };
}
