/**
 * Names of files and folders in the making. They carry the process that makes them, so that what a
 * killed build left behind can be told from what a living one needs (`assemble/leftovers.ts`).
 *
 * @returns a beginning to which `mkdtemp` adds its six characters, or the caller at least one.
 */
export function scratchName(stem: string): string {
	return `${stem}.new.${process.pid}.`;
}

/** @returns the process that a name of {@link scratchName} belongs to; `undefined` for other names. */
export function ownerOf(name: string): number | undefined {
	const pid = /\.new\.(\d+)\.\w+$/.exec(name)?.[1];
	return pid === undefined ? undefined : Number(pid);
}
