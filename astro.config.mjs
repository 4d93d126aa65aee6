// What `astro` itself, `astro check` and editors see. The `phyllite` command line builds with the same settings
// and what its options say besides (src/cli/astro-config.ts).
import { astroConfig } from './src/build/astro/config.ts';
import { openSession } from './src/build/session.ts';

export default await astroConfig(
  openSession({ root: new URL('./content/', import.meta.url), base: '/', origin: '', cache: true }),
);
