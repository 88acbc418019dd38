/** What is asked for before the search script is there. */

/** What every search loads first. */
export const outlinePath = "catalog.bin";
export const askedEarly = { cache: "no-cache", priority: "high" } as const;
/** Where a page leaves what {@link askEarly} asked for. */
export const earlyName = "biannianEarly";

/**
 * A script inside the search page: where the address asks something, what every answer needs is on its
 * way before anything else is. Pages opened from a disk may not fetch.
 *
 * @param address of the catalogue.
 */
export function askEarly(address: string): string {
	const asked = JSON.stringify(askedEarly);
	return `if(/^http.*[?&]q=[^&]/.test(location))${earlyName}=fetch("${address}",${asked}).then(r=>r.ok?r.arrayBuffer():0).catch(()=>{})`;
}
