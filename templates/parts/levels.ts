/**
 * The shade of a count: 0 for none, then four steps on a logarithmic scale, so that a single article stays visible.
 *
 * @param most the largest count on the page.
 */
export function levelOf(count: number, most: number): number {
	if (count === 0) return 0;
	if (most <= 1) return 2;
	return (
		1 + Math.min(3, Math.floor((Math.log(count) / Math.log(most)) * 3.999))
	);
}
