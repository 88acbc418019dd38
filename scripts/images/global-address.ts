/** Which addresses belong to the public network, and a look-up that gives no others. */
import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** RFC 6890 and the registries of special-purpose addresses: networks that are not globally reachable. */
const special = new BlockList();
for (const [network, prefix] of [
	["0.0.0.0", 8],
	["10.0.0.0", 8],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
	["172.16.0.0", 12],
	["192.0.0.0", 24],
	["192.0.2.0", 24],
	["192.88.99.0", 24],
	["192.168.0.0", 16],
	["198.18.0.0", 15],
	["198.51.100.0", 24],
	["203.0.113.0", 24],
	["224.0.0.0", 4],
	["240.0.0.0", 4],
] as const)
	special.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of [
	// Teredo and other protocols, documentation, 6to4: they lead to addresses of the fourth version.
	["2001::", 23],
	["2001:db8::", 32],
	["2002::", 16],
	["3fff::", 20],
] as const)
	special.addSubnet(network, prefix, "ipv6");

/** Global unicast; mapped, translated, local and multicast addresses all lie outside. */
const unicast = new BlockList();
unicast.addSubnet("2000::", 3, "ipv6");

/** Whether `address` is globally reachable. */
export function isGlobal(address: string): boolean {
	const family = isIP(address.replace(/%.*$/, ""));
	if (family === 4) return !special.check(address, "ipv4");
	return (
		family === 6 &&
		unicast.check(address, "ipv6") &&
		!special.check(address, "ipv6")
	);
}

/** A host that has no address in the public network. */
export class PrivateAddress extends Error {}

/**
 * Look a host up for a connection: what is checked here is what is connected to, so that a name which answers differently the
 * second time gains nothing.
 */
export const lookupGlobal: LookupFunction = (hostname, options, callback) => {
	lookup(hostname, { ...options, all: true }, (error, found) => {
		if (error) return callback(error, "");
		const addresses = (found as LookupAddress[]).filter(({ address }) =>
			isGlobal(address),
		);
		const [first] = addresses;
		if (!first || addresses.length < found.length)
			return callback(new PrivateAddress("address of a private network"), "");
		if (options.all) callback(null, addresses);
		else callback(null, first.address, first.family);
	});
};
