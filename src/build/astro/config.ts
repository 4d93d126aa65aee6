/** Astro's settings for a content folder that may lie anywhere. What they mend is in the comments. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { renderFinding } from '../mdx/compile-errors.ts';
import { project } from '../project.ts';
import type { Session } from '../session.ts';
import { contentModules } from './virtual-modules.ts';
import { devServer } from '../dev/server.ts';
import { inlineScripts, plainImports } from './inline-scripts.ts';

export interface AstroSettings {
  /** Absolute path of the (staged) output. */
  outDir?: string;
  port?: number;
}

export async function astroConfig(
  session: Session,
  { outDir, port }: AstroSettings = {},
): Promise<AstroInlineConfig> {
  return {
    configFile: false,
    root: project,
    ...(outDir && { outDir }),
    ...(session.options.origin && { site: session.options.origin }),
    base: session.options.base,
    output: 'static',
    trailingSlash: 'ignore',
    // `harvest` is written as harvest.html, as Slate's pages were published.
    build: { format: 'file', inlineStylesheets: 'never', assets: '_astro' },
    // 'jsx', the default, glues inline elements of templates together.
    compressHTML: true,
    devToolbar: { enabled: false },
    logLevel: 'silent',
    ...(port !== undefined && { server: { port, host: '127.0.0.1' } }),
    // A build of Slate sources alone does without MDX's compiler, half a second; `dev` may meet a new file at any time.
    ...((outDir === undefined || session.mdxFiles().length > 0) && (await mdxConfig(session))),
    vite: {
      plugins: [contentModules(session), devServer(session), inlineScripts(), plainImports()],
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
      server: { fs: { allow: [project, session.options.root] } },
    },
  };
}

/** For the pages alone, compiled to be rendered later (build/frame.ts): to Astro, a server. */
export async function frameConfig(session: Session, outDir: string): Promise<AstroInlineConfig> {
  const adapter: AstroIntegration = {
    name: 'phyllite',
    hooks: {
      'astro:config:done': ({ setAdapter }) =>
        setAdapter({
          name: 'phyllite',
          entrypointResolution: 'auto',
          serverEntrypoint: pathToFileURL(path.join(project, 'src/build/astro/server-entry.ts')),
          supportedAstroFeatures: { serverOutput: 'stable' },
        }),
    },
  };
  return { ...(await astroConfig(session, { outDir })), output: 'server', adapter };
}

async function mdxConfig(
  session: Session,
): Promise<Pick<AstroInlineConfig, 'markdown' | 'integrations'>> {
  const [{ default: mdx }, { unified }, { mdxPlugins, onExpressionFailed }] = await Promise.all([
    import('@astrojs/mdx'),
    import('@astrojs/markdown-remark'),
    import('../../mdx/index.ts'),
  ]);
  onExpressionFailed((at, error) => session.report(renderFinding(at.file, error, at)));
  const { remarkPlugins, rehypePlugins, recmaPlugins } = mdxPlugins((file, text) =>
    session.mdxContext(file, text),
  );
  return {
    markdown: {
      syntaxHighlight: false,
      processor: unified({ gfm: true, smartypants: false, remarkPlugins, rehypePlugins }),
    },
    integrations: [mdx({ optimize: false, recmaPlugins })],
  };
}
