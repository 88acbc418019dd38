/** The cache that the page and the worker share. */
export const cacheName = "biannian-1";
/** Lists every file of the site with its hash (`<sha256>  <path>`). */
export const fileListPath = "data/manifest-sha256.txt";
