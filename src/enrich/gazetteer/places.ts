/**
 * Places where leaders meet: countries, cities and venues. Coordinates are WGS 84 degrees of the city centre, from
 * public maps, to two decimals: enough for a map of the world.
 */

/** A country and the words for it. */
export interface Country {
	readonly id: string;
	/** Simplified Chinese, as the site prints it. */
	readonly name: string;
	/** Other spellings, any script. */
	readonly names: readonly string[];
	/** The character that stands for it in 中白, 俄白; and in 访华. */
	readonly initial?: string;
	/** Spellings that are fine beside a title (白俄总统) and too loose elsewhere. */
	readonly loose?: readonly string[];
}

/** A city and the country it lies in. */
export interface City {
	readonly id: string;
	readonly name: string;
	readonly names: readonly string[];
	/** Country id. */
	readonly country: string;
	readonly lat: number;
	readonly lon: number;
	/** ASCII, for addresses. */
	readonly ascii: string;
	readonly zone: string;
}

/** A building or park; `cities` has more than one entry where several cities have one of that name. */
export interface Venue {
	readonly name: string;
	readonly names: readonly string[];
	readonly cities: readonly string[];
}

/** Names that begin with a place and mean none, in either script: an organisation, a communiqué, a clock. */
export const placeless: readonly string[] = [
	"上海合作组织",
	"上海合作組織",
	"上海五国",
	"上海五國",
	"上海精神",
	"上海公报",
	"上海公報",
	"明斯克协议",
	"明斯克協議",
	"明斯克协定",
	"明斯克協定",
	"北京时间",
	"北京時間",
	"华盛顿邮报",
	"華盛頓郵報",
	"Shanghai Cooperation Organisation",
	"Shanghai Cooperation Organization",
];

export const countries: readonly Country[] = [
	{
		id: "china",
		name: "中国",
		names: ["中國", "China"],
		initial: "中",
		loose: ["中共", "大陆", "大陸", "中华人民共和国", "中華人民共和國"],
	},
	{
		id: "belarus",
		name: "白俄罗斯",
		names: ["白罗斯", "白俄羅斯", "白羅斯", "Belarus", "Беларусь"],
		initial: "白",
		loose: ["白俄", "白国", "白國"],
	},
	{
		id: "russia",
		name: "俄罗斯",
		names: ["俄羅斯", "Russia"],
		initial: "俄",
		loose: ["俄国", "俄國", "俄"],
	},
	{ id: "ukraine", name: "乌克兰", names: ["烏克蘭"], initial: "乌" },
	{
		id: "kazakhstan",
		name: "哈萨克斯坦",
		names: ["哈薩克斯坦", "哈萨克", "哈薩克"],
		initial: "哈",
	},
	{
		id: "uzbekistan",
		name: "乌兹别克斯坦",
		names: ["烏茲別克斯坦", "乌兹别克", "烏茲別克"],
		initial: "乌",
	},
	{
		id: "tajikistan",
		name: "塔吉克斯坦",
		names: ["塔吉克"],
		initial: "塔",
	},
	{
		id: "kyrgyzstan",
		name: "吉尔吉斯斯坦",
		names: ["吉爾吉斯斯坦", "吉尔吉斯", "吉爾吉斯"],
		initial: "吉",
	},
	{
		id: "turkmenistan",
		name: "土库曼斯坦",
		names: ["土庫曼斯坦", "土庫曼"],
	},
	{ id: "mongolia", name: "蒙古国", names: ["蒙古國", "蒙古"], initial: "蒙" },
	{ id: "india", name: "印度", names: ["India"], initial: "印" },
	{ id: "iran", name: "伊朗", names: ["Iran"], initial: "伊" },
	{ id: "pakistan", name: "巴基斯坦", names: ["Pakistan"], initial: "巴" },
	{ id: "turkey", name: "土耳其", names: [], initial: "土" },
	{ id: "azerbaijan", name: "阿塞拜疆", names: ["亞塞拜然", "亚塞拜然"] },
	{ id: "armenia", name: "亚美尼亚", names: ["亞美尼亞"] },
	{
		id: "united-states",
		name: "美国",
		names: ["美國", "United States"],
		initial: "美",
	},
	{ id: "germany", name: "德国", names: ["德國"], initial: "德" },
	{ id: "france", name: "法国", names: ["法國"], initial: "法" },
	{ id: "serbia", name: "塞尔维亚", names: ["塞爾維亞"], initial: "塞" },
	{ id: "hungary", name: "匈牙利", names: [], initial: "匈" },
	{ id: "north-korea", name: "朝鲜", names: ["朝鮮", "北韩", "北韓"] },
	{ id: "south-africa", name: "南非", names: [] },
	{ id: "brazil", name: "巴西", names: [] },
	{ id: "japan", name: "日本", names: [] },
	{ id: "indonesia", name: "印度尼西亚", names: ["印度尼西亞", "印尼"] },
];

const city = (
	id: string,
	name: string,
	names: readonly string[],
	country: string,
	lat: number,
	lon: number,
	zone: string,
): City => ({ id, name, names, country, lat, lon, ascii: id, zone });

const cn = "Asia/Shanghai";
export const cities: readonly City[] = [
	city("beijing", "北京", ["Beijing"], "china", 39.9, 116.4, cn),
	city("tianjin", "天津", ["Tianjin"], "china", 39.13, 117.2, cn),
	city("shanghai", "上海", ["Shanghai"], "china", 31.23, 121.47, cn),
	city("qingdao", "青岛", ["青島", "Qingdao"], "china", 36.07, 120.38, cn),
	city("hangzhou", "杭州", ["Hangzhou"], "china", 30.27, 120.15, cn),
	city("xian", "西安", ["Xi'an"], "china", 34.34, 108.94, cn),
	city("xiamen", "厦门", ["廈門"], "china", 24.48, 118.09, cn),
	city("guangzhou", "广州", ["廣州"], "china", 23.13, 113.26, cn),
	city("boao", "博鳌", ["博鰲"], "china", 19.16, 110.58, cn),
	city("sanya", "三亚", ["三亞"], "china", 18.25, 109.51, cn),
	city("harbin", "哈尔滨", ["哈爾濱"], "china", 45.8, 126.53, cn),
	city("hongkong", "香港", [], "china", 22.3, 114.17, "Asia/Hong_Kong"),
	city("minsk", "明斯克", ["Minsk"], "belarus", 53.9, 27.57, "Europe/Minsk"),
	city("brest", "布列斯特", [], "belarus", 52.1, 23.7, "Europe/Minsk"),
	city("moscow", "莫斯科", ["Moscow"], "russia", 55.76, 37.62, "Europe/Moscow"),
	city(
		"saint-petersburg",
		"圣彼得堡",
		["聖彼得堡"],
		"russia",
		59.93,
		30.34,
		"Europe/Moscow",
	),
	city("sochi", "索契", ["索奇"], "russia", 43.6, 39.73, "Europe/Moscow"),
	city("kazan", "喀山", ["Kazan"], "russia", 55.79, 49.12, "Europe/Moscow"),
	city("ufa", "乌法", ["烏法"], "russia", 54.74, 55.97, "Asia/Yekaterinburg"),
	city(
		"vladivostok",
		"符拉迪沃斯托克",
		["海参崴", "海參崴"],
		"russia",
		43.12,
		131.89,
		"Asia/Vladivostok",
	),
	city(
		"astana",
		"阿斯塔纳",
		["阿斯塔納", "阿斯坦納", "阿斯坦纳", "努尔苏丹", "努爾蘇丹", "Astana"],
		"kazakhstan",
		51.13,
		71.43,
		"Asia/Almaty",
	),
	city(
		"almaty",
		"阿拉木图",
		["阿拉木圖"],
		"kazakhstan",
		43.24,
		76.89,
		"Asia/Almaty",
	),
	city(
		"samarkand",
		"撒马尔罕",
		["撒馬爾罕", "萨马尔罕", "薩馬爾罕", "撒馬爾干", "撒马尔干", "Samarkand"],
		"uzbekistan",
		39.65,
		66.96,
		"Asia/Samarkand",
	),
	city("tashkent", "塔什干", [], "uzbekistan", 41.31, 69.24, "Asia/Tashkent"),
	city(
		"bishkek",
		"比什凯克",
		["比什凱克", "比斯凯克"],
		"kyrgyzstan",
		42.87,
		74.59,
		"Asia/Bishkek",
	),
	city(
		"dushanbe",
		"杜尚别",
		["杜尚別", "杜桑貝"],
		"tajikistan",
		38.56,
		68.79,
		"Asia/Dushanbe",
	),
	city(
		"ashgabat",
		"阿什哈巴德",
		[],
		"turkmenistan",
		37.96,
		58.33,
		"Asia/Ashgabat",
	),
	city("kyiv", "基辅", ["基輔"], "ukraine", 50.45, 30.52, "Europe/Kyiv"),
	city("baku", "巴库", ["巴庫"], "azerbaijan", 40.41, 49.87, "Asia/Baku"),
	city(
		"yerevan",
		"埃里温",
		["葉里溫", "埃里溫"],
		"armenia",
		40.18,
		44.51,
		"Asia/Yerevan",
	),
	city(
		"ulaanbaatar",
		"乌兰巴托",
		["烏蘭巴托", "烏蘭巴特"],
		"mongolia",
		47.92,
		106.92,
		"Asia/Ulaanbaatar",
	),
	city("tehran", "德黑兰", ["德黑蘭"], "iran", 35.69, 51.39, "Asia/Tehran"),
	city(
		"islamabad",
		"伊斯兰堡",
		["伊斯蘭堡"],
		"pakistan",
		33.68,
		73.05,
		"Asia/Karachi",
	),
	city("goa", "果阿", [], "india", 15.49, 73.83, "Asia/Kolkata"),
	city("new-delhi", "新德里", [], "india", 28.61, 77.21, "Asia/Kolkata"),
	city(
		"ankara",
		"安卡拉",
		["Ankara"],
		"turkey",
		39.93,
		32.86,
		"Europe/Istanbul",
	),
	city(
		"istanbul",
		"伊斯坦布尔",
		["伊斯坦布爾", "伊斯坦堡"],
		"turkey",
		41.01,
		28.98,
		"Europe/Istanbul",
	),
	city(
		"new-york",
		"纽约",
		["紐約"],
		"united-states",
		40.71,
		-74.01,
		"America/New_York",
	),
	city(
		"washington",
		"华盛顿",
		["華盛頓"],
		"united-states",
		38.9,
		-77.04,
		"America/New_York",
	),
	city(
		"johannesburg",
		"约翰内斯堡",
		["約翰內斯堡", "约翰尼斯堡", "約翰尼斯堡"],
		"south-africa",
		-26.2,
		28.05,
		"Africa/Johannesburg",
	),
	city(
		"brasilia",
		"巴西利亚",
		["巴西利亞"],
		"brazil",
		-15.79,
		-47.88,
		"America/Sao_Paulo",
	),
	city("osaka", "大阪", ["Osaka"], "japan", 34.69, 135.5, "Asia/Tokyo"),
	city(
		"bali",
		"巴厘岛",
		["巴厘島", "峇里島", "峇里岛"],
		"indonesia",
		-8.65,
		115.22,
		"Asia/Makassar",
	),
	city("paris", "巴黎", ["Paris"], "france", 48.86, 2.35, "Europe/Paris"),
	city("berlin", "柏林", ["Berlin"], "germany", 52.52, 13.4, "Europe/Berlin"),
	city(
		"belgrade",
		"贝尔格莱德",
		["貝爾格萊德", "貝爾格勒"],
		"serbia",
		44.79,
		20.45,
		"Europe/Belgrade",
	),
	city(
		"budapest",
		"布达佩斯",
		["布達佩斯"],
		"hungary",
		47.5,
		19.04,
		"Europe/Budapest",
	),
	city(
		"pyongyang",
		"平壤",
		["Pyongyang"],
		"north-korea",
		39.03,
		125.75,
		"Asia/Pyongyang",
	),
];

/** The longest name comes first in matching, so 天津迎宾馆 is not read as 天津 plus a guest house. */
export const venues: readonly Venue[] = [
	{
		name: "人民大会堂",
		names: ["人民大會堂", "人大会堂", "人大會堂"],
		cities: ["beijing"],
	},
	{
		name: "钓鱼台国宾馆",
		names: ["釣魚臺國賓館", "釣魚台國賓館", "钓鱼台", "釣魚台", "釣魚臺"],
		cities: ["beijing"],
	},
	{ name: "中南海", names: [], cities: ["beijing"] },
	{ name: "天安门城楼", names: ["天安門城樓"], cities: ["beijing"] },
	{ name: "雁栖湖", names: ["雁棲湖"], cities: ["beijing"] },
	{ name: "天津迎宾馆", names: ["天津迎賓館"], cities: ["tianjin"] },
	{
		name: "独立宫",
		names: ["獨立宮"],
		cities: ["minsk", "astana", "almaty"],
	},
	{ name: "中白工业园", names: ["中白工業園"], cities: ["minsk"] },
	{
		name: "卫国战争历史博物馆",
		names: ["衛國戰爭歷史博物館", "卫国战争博物馆", "衛國戰爭博物館"],
		cities: ["minsk"],
	},
	{
		name: "撒马尔罕国宾馆",
		names: ["撒馬爾罕國賓館"],
		cities: ["samarkand"],
	},
	{
		name: "克里姆林宫",
		names: ["克里姆林宮", "克宫", "克宮"],
		cities: ["moscow"],
	},
];
