/**
 * Puts all that our pages import into the frame, which every build loads: to find and read a hundred
 * modules of packages takes as long as to render a page.
 */
import type { Plugin } from 'vite';
import { moduleFile } from '../project.ts';

const classes = moduleFile('build/astro/fetch-classes');

/** For frames in which nothing is an owner's: theirs may ask more of a `Request` than Astro does. */
export const wholeFrame = (): Plugin => ({
  name: 'phyllite-whole-frame',
  configEnvironment: (name) =>
    name === 'ssr'
      ? {
          // sharp finds its own binary.
          resolve: { noExternal: true, external: ['sharp'] },
          build: {
            rolldownOptions: {
              // Schemas of Astro's own settings, which no page asks for.
              treeshake: { manualPureFunctions: ['z'] },
              transform: {
                inject: {
                  Headers: [classes, 'Headers'],
                  Request: [classes, 'Request'],
                  Response: [classes, 'Response'],
                },
              },
            },
          },
        }
      : undefined,
});
