/**
 * The shade of a count: 0 for none, then four steps on a logarithmic scale, as one article must stay visible beside many.
 *
 * @param most the largest count that is shown beside.
 */
export function levelOf(count: number, most: number): number {
	if (count === 0) return 0;
	if (most <= 1) return 2;
	return (
		1 + Math.min(3, Math.floor((Math.log(count) / Math.log(most)) * 3.999))
	);
}
