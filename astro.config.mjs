// What `astro check` and editors see. The `phyllite` command line builds with `src/build/astro/config.ts`.
export default { output: 'static' };
