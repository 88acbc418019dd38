/** The cache that the page and the worker share. */
export const cacheName = "biannian-1";
/** Lists the lists of files, with the hash of each (`<sha256>  <path>`). */
export const fileListPath = "data/manifest-sha256.txt";
/** Where the lists of the site's own files lie. */
export const siteLists = "data/checksums/site/";
/** Names the files of the search index. */
export const cataloguePath = "search/catalog.bin";
