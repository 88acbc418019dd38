/** The command line, for those who start it with a loader for TypeScript; `npm run` starts `start.mjs` itself. */
import "./start.mjs";
