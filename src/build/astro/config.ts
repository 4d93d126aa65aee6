/**
 * Astro's settings for a content folder that may lie anywhere. What they mend is in the comments.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import type { MdxContext } from '../../mdx/index.ts';
import type { SiteContent, SiteOptions } from '../content.ts';
import { astroRoot, enterAstroRoot, ownerModules } from '../astro-root.ts';
import { cacheFolder } from '../cache.ts';
import { code, moduleFile, project, publicFolder } from '../project.ts';
import { inlineScripts, plainImports } from './inline-scripts.ts';
import { compiledIntegrations, ownIntegrations, ownVitePlugins } from './owner-hooks.ts';
import { quotedPaths } from './quoted-paths.ts';
import { saneFrontMatter } from './sane-front-matter.ts';
import { contentModules } from './virtual-modules.ts';
import { wholeFrame } from './whole-frame.ts';
import { noConfig } from '../../config/site-config.ts';

export const serverEntry = moduleFile('build/astro/server-entry');
const imageService = moduleFile('build/astro/image-service');

export interface ConfigOptions
  extends Pick<SiteOptions, 'root' | 'base' | 'origin' | 'config' | 'owner'> {
  /** The content as it was last read. */
  content(): SiteContent;
  /**
   * What is known of an `.mdx` file by its module's id; undefined where it is not of the content.
   */
  mdxContext(id: string): MdxContext | undefined;
  /** MDX's compiler takes half a second to load. */
  mdx: boolean;
  /** Nothing of an owner's is compiled. */
  ours?: boolean;
  /** Only `build`: absolute path of the folder for what is compiled. */
  outDir?: string;
}

/** To Astro this is a server: pages are rendered when `server-entry.ts` is asked. */
export async function astroConfig(options: ConfigOptions): Promise<AstroInlineConfig> {
  const { root, base, origin, content, mdx, ours, outDir, owner } = options;
  const config = options.config ?? noConfig;
  const mdxParts = mdx ? await mdxConfig(options) : undefined;
  enterAstroRoot();
  return {
    configFile: false,
    root: astroRoot,
    srcDir: code,
    publicDir: publicFolder,
    cacheDir: path.join(astroRoot, 'cache'),
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
    ...(mdxParts && { markdown: mdxParts.markdown }),
    integrations: [...(mdxParts?.integrations ?? []), ...ownIntegrations(config)],
    vite: {
      ...config.vite,
      plugins: [
        contentModules({ root, owner }, content),
        saneFrontMatter(),
        quotedPaths([project, root]),
        await inlineScripts(),
        plainImports(),
        ours ? wholeFrame() : compiledIntegrations(config),
        ...ownVitePlugins(config),
      ],
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
      // Packages may lie above the project: in a workspace, or the fonts of one.
      server: {
        fs: { allow: [project, astroRoot, root, ...(owner ? [owner, ...ownerModules] : [])] },
      },
      // What `dev` bundles beforehand: two servers must not take it from each other. It finds Astro
      // from there.
      cacheDir: path.join(astroRoot, 'vite', path.basename(cacheFolder(root))),
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
  config = noConfig,
  owner,
}: ConfigOptions): Promise<Required<Pick<AstroInlineConfig, 'markdown' | 'integrations'>>> {
  const [{ default: mdx }, { unified }, { mdxPlugins }] = await Promise.all([
    import('@astrojs/mdx'),
    import('@astrojs/markdown-remark'),
    import('../../mdx/index.ts'),
  ]);
  const { remarkPlugins, rehypePlugins } = mdxPlugins(mdxContext, {
    ...config,
    owner,
  });
  return {
    markdown: {
      syntaxHighlight: false,
      processor: unified({ gfm: true, smartypants: false, remarkPlugins, rehypePlugins }),
    },
    integrations: [mdx({ optimize: false })],
  };
}
