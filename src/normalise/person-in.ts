/** The person in what stands where a name should. */

/** Cities that reporters put behind their names. */
const cities =
	"台北|臺北|北京|上海|香港|广州|廣州|深圳|台中|臺中|台南|臺南|高雄|新竹|桃园|桃園|东京|東京|大阪|首尔|首爾|新加坡|吉隆坡|曼谷|河内|河內|马尼拉|馬尼拉|雅加达|雅加達|新德里|华盛顿|華盛頓|纽约|紐約|洛杉矶|洛杉磯|旧金山|舊金山|芝加哥|波士顿|波士頓|多伦多|多倫多|温哥华|溫哥華|伦敦|倫敦|巴黎|柏林|法兰克福|法蘭克福|日内瓦|日內瓦|布鲁塞尔|布魯塞爾|维也纳|維也納|罗马|羅馬|莫斯科|基辅|基輔|华沙|華沙|悉尼|雪梨|墨尔本|墨爾本";
const nameWithPlace = new RegExp(`^(\\p{Script=Han}{2,3})(?:${cities})$`, "u");

/** A name without the marks of a link and without the place that a reporter writes from. */
export function personIn(name: string): string {
	const bare = name.replace(/^\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]$/, "$1").trim();
	return nameWithPlace.exec(bare)?.[1] ?? bare;
}
