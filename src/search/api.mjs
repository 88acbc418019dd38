/** `biannian/search` for plain Node, which cannot run TypeScript below `node_modules`. */
import { tsImport } from "tsx/esm/api";

export const { open } = await tsImport("./api.ts", import.meta.url);
