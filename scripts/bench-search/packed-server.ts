/** A site as static hosts send it: pages, styles and scripts packed on the way. */
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const types: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
};

export interface PackedServer {
	/** With a `/` at its end. */
	readonly address: string;
	close(): void;
}

/** Serve the site below `root` on this machine. */
export async function servePacked(root: string): Promise<PackedServer> {
	const packed = new Map<string, Buffer>();
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? "/", "http://localhost");
		const path = join(root, normalize(decodeURIComponent(pathname)));
		const type = types[extname(path)];
		if (!existsSync(path)) {
			response.writeHead(404).end();
			return;
		}
		if (!type) {
			response.setHeader("content-type", "application/octet-stream");
			createReadStream(path).pipe(response);
			return;
		}
		let body = packed.get(path);
		if (!body) {
			body = gzipSync(readFileSync(path));
			packed.set(path, body);
		}
		response.writeHead(200, {
			"content-type": type,
			"content-encoding": "gzip",
			"content-length": body.length,
		});
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}/`,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
