/** A small static server for looking at a built site on this machine. */
import { createReadStream, realpathSync, statSync } from "node:fs";
import {
	createServer,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { createGzip } from "node:zlib";

const types: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".jsonl": "application/x-ndjson; charset=utf-8",
	".xml": "application/xml; charset=utf-8",
	".svg": "image/svg+xml",
	".webmanifest": "application/manifest+json",
	".csv": "text/csv; charset=utf-8",
	".ics": "text/calendar; charset=utf-8",
	".txt": "text/plain; charset=utf-8",
	".wasm": "application/wasm",
	".avif": "image/avif",
	".webp": "image/webp",
	".jpg": "image/jpeg",
	".png": "image/png",
	".zip": "application/zip",
};

export interface SiteServer {
	/** Of the site's root, for example `http://127.0.0.1:8080/`. */
	readonly address: string;
	/** Tell every open page something: `reload`, or `problem` with a message. */
	tell(event: "reload" | "problem", message?: string): void;
	close(): Promise<void>;
}

/** What a real host does and this server does not, for tests and measurements. */
export interface Hosting {
	/** Sub-path that the site lies under, for example `/news/archive`; everything else is missing. */
	readonly under?: string;
	/** Text is sent compressed, what is named by its content may be kept for ever, as the README advises. */
	readonly likeAHost?: boolean;
}

/** What a host compresses; pictures and archives are compressed already. */
const textTypes =
	/^(?:text\/|application\/(?:json|xml|x-ndjson|wasm)|image\/svg)/;

/** Run by the pages of `npm run dev`: reloads them after a build, shows why a build failed. */
const liveScript = `
const events = new EventSource("/.live");
events.addEventListener("reload", () => location.reload());
events.addEventListener("problem", (event) => {
	const note = document.getElementById("live-problem") ?? document.body.appendChild(document.createElement("pre"));
	note.id = "live-problem";
	note.setAttribute("role", "alert");
	note.textContent = JSON.parse(event.data);
});
`;

/**
 * Serve `root` on the loopback address.
 *
 * @param port 0 takes any free one.
 * @param live whether pages reload themselves after a build.
 * @param hosting how a real host differs; nothing by default.
 */
export function serveSite(
	root: string,
	port: number,
	live: boolean,
	{ under = "", likeAHost = false }: Hosting = {},
): Promise<SiteServer> {
	const folder = resolve(root);
	const listeners = new Set<ServerResponse>();
	const server: Server = createServer((request, response) => {
		if (!isThisMachine(request.headers.host)) return refuse(response);
		const whole = decode(request.url ?? "/");
		if (!whole?.startsWith(`${under}/`)) return notFound(response, folder);
		const path = whole.slice(under.length);
		if (live && path === "/.live") return listen(request, response, listeners);
		if (live && path === "/.live.js") return sendLiveScript(response);
		const file = findFile(folder, path);
		if (!file) return notFound(response, folder);
		const isKept =
			likeAHost && /^\/(?:images|search\/[dtv]-[0-9a-f]+)\//.test(path);
		const gzip =
			likeAHost &&
			/\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
		send(response, file, { live, isKept, gzip });
	});
	return new Promise((done, failed) => {
		server.once("error", failed);
		server.listen(port, "127.0.0.1", () => {
			const bound = server.address();
			done({
				address: `http://127.0.0.1:${typeof bound === "object" ? bound?.port : port}${under}/`,
				tell: (event, message = "") => tellAll(listeners, event, message),
				close() {
					for (const listener of listeners) listener.end();
					server.closeAllConnections();
					return new Promise((closed) => server.close(() => closed()));
				},
			});
		});
	});
}

function sendLiveScript(response: ServerResponse): void {
	response.writeHead(200, {
		"content-type": types[".js"],
		"cache-control": "no-store",
	});
	response.end(liveScript);
}

/** @param how whether pages wait for news, whether browsers may keep the file for ever, whether text may go compressed. */
function send(
	response: ServerResponse,
	file: string,
	how: {
		readonly live: boolean;
		readonly isKept: boolean;
		readonly gzip: boolean;
	},
): void {
	const type = types[extname(file)] ?? "application/octet-stream";
	const gzip = how.gzip && textTypes.test(type);
	response.writeHead(200, {
		"content-type": type,
		"cache-control": how.isKept
			? "public, max-age=31536000, immutable"
			: "no-cache",
		...(gzip ? { "content-encoding": "gzip", vary: "accept-encoding" } : {}),
	});
	const stream = createReadStream(file);
	stream.on("error", () => response.destroy());
	if (how.live && extname(file) === ".html") {
		stream.on("end", () => response.end('<script src="/.live.js"></script>'));
		stream.pipe(response, { end: false });
	} else if (gzip) stream.pipe(createGzip()).pipe(response);
	else stream.pipe(response);
}

/** A page waits for news of builds. */
function listen(
	request: IncomingMessage,
	response: ServerResponse,
	listeners: Set<ServerResponse>,
): void {
	response.writeHead(200, {
		"content-type": "text/event-stream",
		"cache-control": "no-store",
	});
	response.write(": hello\n\n");
	listeners.add(response);
	request.on("close", () => listeners.delete(response));
}

function tellAll(
	listeners: Iterable<ServerResponse>,
	event: string,
	message: string,
): void {
	for (const listener of listeners)
		listener.write(`event: ${event}\ndata: ${JSON.stringify(message)}\n\n`);
}

function decode(url: string): string | undefined {
	try {
		return decodeURIComponent(url.split(/[?#]/, 1)[0] ?? "/");
	} catch {
		return undefined;
	}
}

/** The file for an address, or `undefined`; never one outside the folder. */
function findFile(folder: string, path: string): string | undefined {
	if (path.includes("\0")) return undefined;
	const wanted = resolve(join(folder, path));
	if (wanted !== folder && !wanted.startsWith(folder + sep)) return undefined;
	const file = path.endsWith("/") ? join(wanted, "index.html") : wanted;
	if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
	// A link below the folder may lead anywhere.
	const isLinked =
		realpathSync(file) !== realpathSync(folder) + file.slice(folder.length);
	return isLinked ? undefined : file;
}

function notFound(response: ServerResponse, folder: string): void {
	const page = findFile(folder, "/404.html");
	response.writeHead(404, { "content-type": types[".html"] });
	if (page) createReadStream(page).pipe(response);
	else response.end("Not found");
}

/** Against DNS rebinding: a page of another site can have its own host name resolve to this machine. */
function isThisMachine(host = ""): boolean {
	return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host);
}

function refuse(response: ServerResponse): void {
	response.writeHead(421, { "content-type": "text/plain; charset=utf-8" });
	response.end("This server answers to 127.0.0.1 and localhost only.\n");
}
