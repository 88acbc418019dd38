/**
 * What is known of the articles in `seeds/`, read by eye: the number that the file's name begins
 * with, the outlet, the instant and the day of publication, the beginning of the text, how many
 * figures.
 */
export const fiveSeeds = [
	[
		"000",
		"voa-chinese",
		"2023-12-04T15:08:33Z",
		"2023-12-04",
		"白俄罗斯总统亚历山大·卢卡申科",
		2,
	],
	[
		"001",
		"voa-chinese",
		"2023-02-28T14:12:24Z",
		"2023-02-28",
		"俄罗斯总统普京的密友",
		2,
	],
	[
		"002",
		"nyt-chinese",
		"2023-03-02T03:17:17Z",
		"2023-03-02",
		"中国最高领导人习近平于周三",
		2,
	],
	[
		"003",
		"voa-chinese",
		"2023-03-01T18:14:47Z",
		"2023-03-01",
		"中国国家主席习近平星期三",
		2,
	],
	[
		"004",
		"zaobao",
		"2022-09-16T00:26:00Z",
		"2022-09-16",
		"中国国家主席习近平星期四",
		1,
	],
] as const;
