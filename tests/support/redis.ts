import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { onTestFinished } from "vitest";
import { until } from "./process.ts";
import { scratchFolder } from "./scratch.ts";

export interface RedisServer {
	readonly url: string;
	/** As a machine that is shut down in order; what is queued lies on the disk then. */
	stop(): Promise<void>;
	start(): Promise<void>;
}

/** A real Redis of its own for one test. */
export async function startRedis(password = ""): Promise<RedisServer> {
	const port = await freePort();
	const folder = scratchFolder();
	let running: ChildProcess | undefined;
	const server: RedisServer = {
		url: `redis://${password && `:${password}@`}127.0.0.1:${port}`,
		async start() {
			let said = "";
			const words = ["--port", String(port), "--dir", folder];
			if (password) words.push("--requirepass", password);
			running = spawn("redis-server", words, {
				stdio: ["ignore", "pipe", "inherit"],
			});
			running.on("error", () => {
				throw new Error(
					"These tests need Redis: apt-get install redis-server (Debian, Ubuntu).",
				);
			});
			running.stdout?.setEncoding("utf8").on("data", (text) => {
				said += text;
			});
			await until("Redis runs", () => said.includes("Ready to accept"));
		},
		async stop() {
			if (!running) return;
			const ended = once(running, "exit");
			running.kill("SIGTERM");
			running = undefined;
			await ended;
		},
	};
	onTestFinished(() => server.stop());
	await server.start();
	return server;
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	await once(server, "close");
	return typeof address === "object" && address ? address.port : 0;
}
