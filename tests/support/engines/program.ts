import { accessSync, constants } from "node:fs";

/**
 * The first of these places where a program lies.
 *
 * @param debian name of Debian's package.
 * @param own what the environment says.
 * @throws with instructions when it is at none of them.
 */
export function programPath(
	name: string,
	debian: string,
	own: string | undefined,
	places: readonly string[],
): string {
	for (const path of own ? [own, ...places] : places) {
		try {
			accessSync(path, constants.X_OK);
			return path;
		} catch {
			// Not here; the next place may be.
		}
	}
	throw new Error(
		`No ${name} found. Install it (Debian: apt-get install ${debian}) or set ${name.toUpperCase()} to its path.`,
	);
}
