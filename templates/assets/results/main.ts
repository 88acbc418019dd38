/** Loaded when a reader wants more of the hits than their list. */
import { showContext } from "./context.ts";
import { download } from "./download.ts";
import { type Results, resultsName } from "./given.ts";
import { keepSearch } from "./keep.ts";
import { showTime } from "./time.ts";

Object.assign(window, {
	[resultsName]: {
		download,
		keepSearch,
		showContext,
		showTime,
	} satisfies Results,
});
