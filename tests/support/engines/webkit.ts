/** WebKitGTK's MiniBrowser, driven by its own WebDriver, on a display that nobody sees. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { removeFolder } from "../remove-folder.ts";
import {
	type Engine,
	type EnginePage,
	scriptOf,
	silentDriver,
} from "./engine.ts";
import { programPath } from "./program.ts";

/** @throws with instructions when a part is missing. */
export function webkitPaths() {
	return {
		driver: programPath(
			"WebKitWebDriver",
			"webkit2gtk-driver",
			process.env.WEBKITWEBDRIVER,
			["/usr/bin/WebKitWebDriver"],
		),
		browser: programPath(
			"MiniBrowser",
			"webkit2gtk-driver",
			process.env.MINIBROWSER,
			["4.1", "4.0", "6.0"].flatMap((version) =>
				["x86_64", "aarch64"].map(
					(machine) =>
						`/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
				),
			),
		),
		display: programPath("Xvfb", "xvfb", process.env.XVFB, ["/usr/bin/Xvfb"]),
	};
}

/** How long a page may take to load or to answer, and then its driver to say so; in milliseconds. */
const patience = { page: 60_000, driver: 75_000 };

export async function startWebkit(): Promise<Engine> {
	const paths = webkitPaths();
	const home = mkdtempSync(join(tmpdir(), "biannian-webkit-"));
	const screen = spawn(
		paths.display,
		["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
		{ stdio: ["ignore", "ignore", "ignore", "pipe"] },
	);
	const display = await firstLine(screen.stdio[3] as Readable, screen);
	const start = () => startDriver(paths, home, display);
	let driver = await start();
	return {
		async open() {
			try {
				return await driver.open();
			} catch {
				// A driver that fell silent, as it does once in some hundreds of pages, is replaced.
				await driver.end();
				driver = await start();
				return driver.open();
			}
		},
		async close() {
			await Promise.all([driver.end(), ended(screen)]);
			removeFolder(home);
		},
	};
}

async function startDriver(
	paths: ReturnType<typeof webkitPaths>,
	home: string,
	display: string,
) {
	const port = await freePort();
	const driver = spawn(paths.driver, [`--port=${port}`], {
		stdio: "ignore",
		env: {
			...process.env,
			// Its process writes there after everything else has ended.
			MESA_SHADER_CACHE_DISABLE: "true",
			DISPLAY: `:${display}`,
			HOME: home,
			XDG_CACHE_HOME: join(home, "cache"),
			XDG_DATA_HOME: join(home, "data"),
			LIBGL_ALWAYS_SOFTWARE: "1",
		},
	});
	const call = callerOf(`http://127.0.0.1:${port}`);
	await answers(call);
	let session: string | undefined;
	const closeSession = async () => {
		const open = session;
		session = undefined;
		if (open !== undefined) await call("DELETE", open);
	};
	return {
		async open(): Promise<EnginePage> {
			// It serves one session at a time.
			await closeSession();
			const made = await call("POST", "/session", {
				capabilities: {
					alwaysMatch: {
						"webkitgtk:browserOptions": {
							binary: paths.browser,
							args: ["--automation"],
						},
					},
				},
			});
			session = `/session/${(made as { sessionId: string }).sessionId}`;
			await call("POST", `${session}/timeouts`, {
				script: patience.page,
				pageLoad: patience.page,
			});
			return pageOf(call, session);
		},
		async end() {
			await closeSession().catch(() => undefined);
			await ended(driver);
		},
	};
}

function pageOf(call: Call, session: string): EnginePage {
	return {
		go: async (url) => {
			await call("POST", `${session}/url`, { url }).catch((error: Error) => {
				// It missed the end of the load, or there was none: then there is none the second time.
				if (!error.message.includes('"timeout"')) throw error;
				throw new Error(`${silentDriver} ${url}: ${error.message}`);
			});
		},
		run: async (act, ...args) =>
			(await call("POST", `${session}/execute/async`, {
				script: `const done = arguments[0];
					(async () => { ${scriptOf(act, args)} })()
						.then((value) => done({ value }), (error) => done({ error: String(error) }));`,
				args: [],
			}).then(resultOf)) as never,
	};
}

type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

function callerOf(driver: string): Call {
	return async (method, path, body) => {
		const response = await fetch(driver + path, {
			method,
			signal: AbortSignal.timeout(patience.driver),
			...(body !== undefined && { body: JSON.stringify(body) }),
		}).catch((error: unknown) => {
			throw new Error(`${silentDriver} ${method} ${path}: ${String(error)}`);
		});
		const { value } = (await response.json()) as { value: unknown };
		if (!response.ok)
			throw new Error(`WebDriver: ${method} ${path}: ${JSON.stringify(value)}`);
		return value;
	};
}

function resultOf(answer: unknown): unknown {
	const { value, error } = answer as { value?: unknown; error?: string };
	if (error !== undefined) throw new Error(error);
	return value;
}

async function answers(call: Call): Promise<void> {
	for (let tries = 0; tries < 200; tries++) {
		try {
			await call("GET", "/status");
			return;
		} catch {
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
	throw new Error("WebKitWebDriver does not answer.");
}

function firstLine(stream: Readable, child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		stream.once("data", (data: Buffer) => resolve(data.toString().trim()));
		child.once("error", reject);
		child.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}.`)));
	});
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

async function ended(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = new Promise((resolve) => child.once("exit", resolve));
	child.kill();
	const insist = setTimeout(() => child.kill("SIGKILL"), 5_000);
	await exit;
	clearTimeout(insist);
}
