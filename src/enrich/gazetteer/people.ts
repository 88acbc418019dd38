/**
 * People who meet in the news this archive keeps. Spellings are the ones met in mainland, Hong Kong, Taiwan and overseas
 * Chinese papers; other pairs need no more than their two entries here.
 */

/** A term in an office that newspapers use instead of the name. */
export interface Office {
	/** The office as written after the country's name, simplified: `总统`. */
	readonly titles: readonly string[];
	/** First and last day in office, `YYYY-MM-DD`; absent means before or after everything archived. */
	readonly from?: string;
	readonly until?: string;
	/** Whether 两国元首 may mean the holder. */
	readonly headOfState: boolean;
}

/** One person of the gazetteer. */
export interface GazetteerPerson {
	readonly id: string;
	/** Simplified Chinese, as the site prints it. */
	readonly name: string;
	/** Every other spelling: simplified, traditional, Latin. None may be part of an everyday word. */
	readonly names: readonly string[];
	/** Forms too short to search for, yet clear beside a country: 习主席. */
	readonly courtesy?: readonly string[];
	/** The one character that headlines use in 习卢会, 普习会. */
	readonly initial?: string;
	/** Whether 她 may mean the person. */
	readonly female?: boolean;
	/** Country id of the gazetteer. */
	readonly country: string;
	readonly offices?: readonly Office[];
}

const president = (from?: string, until?: string): Office => ({
	titles: ["总统"],
	headOfState: true,
	...(from && { from }),
	...(until && { until }),
});
const premier = (from: string, until?: string): Office => ({
	titles: ["总理", "国务院总理"],
	headOfState: false,
	from,
	...(until && { until }),
});

const chancellor = (from: string, until: string): Office => ({
	titles: ["总理"],
	headOfState: false,
	from,
	until,
});

/** Terms of office are public record; they matter where an article names the office alone. */
export const people: readonly GazetteerPerson[] = [
	{
		id: "xi-jinping",
		name: "习近平",
		names: ["習近平", "Xi Jinping", "Си Цзиньпин"],
		courtesy: ["习主席", "習主席", "习总书记", "習總書記"],
		initial: "习",
		country: "china",
		offices: [
			{
				titles: [
					"国家主席",
					"主席",
					"领导人",
					"最高领导人",
					"元首",
					"国家元首",
				],
				headOfState: true,
				from: "2013-03-14",
			},
			{
				titles: ["国家副主席", "副主席"],
				headOfState: false,
				from: "2008-03-15",
				until: "2013-03-13",
			},
		],
	},
	{
		id: "alexander-lukashenko",
		name: "卢卡申科",
		names: [
			"盧卡申科",
			"卢卡申柯",
			"盧卡申柯",
			"卢卡先科",
			"盧卡先科",
			"鲁卡申科",
			"魯卡申科",
			"卢卡申戈",
			"盧卡申戈",
			"Lukashenko",
			"Lukashenka",
			"Лукашенко",
		],
		initial: "卢",
		country: "belarus",
		offices: [
			{
				titles: ["总统", "领导人", "独裁者", "强人", "元首", "领袖"],
				headOfState: true,
				from: "1994-07-20",
			},
		],
	},
	{
		id: "vladimir-putin",
		name: "普京",
		names: ["普丁", "蒲亭", "普廷", "Putin", "Путин"],
		initial: "普",
		country: "russia",
		offices: [
			{
				titles: ["总统", "领导人", "元首", "强人"],
				headOfState: true,
				from: "2012-05-07",
			},
			{
				titles: ["总统", "领导人", "元首"],
				headOfState: true,
				from: "2000-05-07",
				until: "2008-05-06",
			},
			{
				titles: ["总理"],
				headOfState: false,
				from: "2008-05-08",
				until: "2012-05-06",
			},
		],
	},
	{
		id: "dmitry-medvedev",
		name: "梅德韦杰夫",
		names: ["梅德維傑夫", "麥維德夫", "麦维德夫", "Medvedev"],
		country: "russia",
		offices: [
			{
				titles: ["总统", "领导人", "元首"],
				headOfState: true,
				from: "2008-05-07",
				until: "2012-05-06",
			},
			premier("2012-05-08", "2020-01-15"),
		],
	},
	{
		id: "hu-jintao",
		name: "胡锦涛",
		names: ["胡錦濤", "Hu Jintao"],
		courtesy: ["胡主席"],
		initial: "胡",
		country: "china",
		offices: [
			{
				titles: ["国家主席", "主席", "领导人", "最高领导人", "元首"],
				headOfState: true,
				from: "2003-03-15",
				until: "2013-03-13",
			},
		],
	},
	{
		id: "wen-jiabao",
		name: "温家宝",
		names: ["溫家寶", "Wen Jiabao"],
		country: "china",
		offices: [premier("2003-03-16", "2013-03-14")],
	},
	{
		id: "li-keqiang",
		name: "李克强",
		names: ["李克強", "Li Keqiang"],
		country: "china",
		offices: [premier("2013-03-15", "2023-03-10")],
	},
	{
		id: "li-qiang",
		name: "李强",
		names: ["李強", "Li Qiang"],
		country: "china",
		offices: [premier("2023-03-11")],
	},
	{ id: "wu-bangguo", name: "吴邦国", names: ["吳邦國"], country: "china" },
	{ id: "zhang-dejiang", name: "张德江", names: ["張德江"], country: "china" },
	{ id: "zhang-gaoli", name: "张高丽", names: ["張高麗"], country: "china" },
	{ id: "yu-zhengsheng", name: "俞正声", names: ["俞正聲"], country: "china" },
	{ id: "li-yuanchao", name: "李源潮", names: [], country: "china" },
	{
		id: "li-zhanshu",
		name: "栗战书",
		names: ["栗戰書", "Li Zhanshu"],
		country: "china",
	},
	{
		id: "wang-qishan",
		name: "王岐山",
		names: ["Wang Qishan"],
		country: "china",
	},
	{
		id: "han-zheng",
		name: "韩正",
		names: ["韓正", "Han Zheng"],
		country: "china",
	},
	{
		id: "zhao-leji",
		name: "赵乐际",
		names: ["趙樂際", "Zhao Leji"],
		country: "china",
	},
	{
		id: "wang-huning",
		name: "王沪宁",
		names: ["王滬寧", "Wang Huning"],
		country: "china",
	},
	{ id: "cai-qi", name: "蔡奇", names: ["Cai Qi"], country: "china" },
	{
		id: "ding-xuexiang",
		name: "丁薛祥",
		names: ["Ding Xuexiang"],
		country: "china",
	},
	{ id: "li-xi", name: "李希", names: [], country: "china" },
	{ id: "yang-jiechi", name: "杨洁篪", names: ["楊潔篪"], country: "china" },
	{ id: "wang-yi", name: "王毅", names: ["Wang Yi"], country: "china" },
	{ id: "qin-gang", name: "秦刚", names: ["秦剛"], country: "china" },
	{
		id: "li-shangfu",
		name: "李尚福",
		names: ["Li Shangfu"],
		country: "china",
	},
	{
		id: "wei-fenghe",
		name: "魏凤和",
		names: ["魏鳳和"],
		country: "china",
	},
	{
		id: "peng-liyuan",
		female: true,
		name: "彭丽媛",
		names: ["彭麗媛", "Peng Liyuan"],
		country: "china",
	},
	{
		id: "roman-golovchenko",
		name: "戈洛夫琴科",
		names: ["戈洛夫欽科", "戈洛夫钦科", "Golovchenko"],
		country: "belarus",
		offices: [premier("2020-06-04", "2025-03-10")],
	},
	{
		id: "alexander-turchin",
		name: "图尔钦",
		names: ["圖爾欽", "Turchin"],
		country: "belarus",
		offices: [premier("2025-03-10")],
	},
	{
		id: "andrei-kobyakov",
		name: "科比亚科夫",
		names: ["科比亞科夫", "Kobyakov"],
		country: "belarus",
		offices: [premier("2014-12-27", "2018-08-18")],
	},
	{
		id: "mikhail-myasnikovich",
		name: "米亚斯尼科维奇",
		names: ["米亞斯尼科維奇", "Myasnikovich"],
		country: "belarus",
	},
	{
		id: "nikolai-snopkov",
		name: "斯诺普科夫",
		names: ["斯諾普科夫", "Snopkov"],
		country: "belarus",
	},
	{
		id: "sergei-rumas",
		name: "鲁马斯",
		names: ["魯馬斯", "Rumas"],
		country: "belarus",
	},
	{
		id: "vladimir-makei",
		name: "马克伊",
		names: ["馬克伊", "马凯伊", "Makei"],
		country: "belarus",
	},
	{
		id: "sergei-aleinik",
		name: "阿列伊尼克",
		names: ["Aleinik"],
		country: "belarus",
	},
	{
		id: "maxim-ryzhenkov",
		name: "雷任科夫",
		names: ["Ryzhenkov"],
		country: "belarus",
	},
	{
		id: "volodymyr-zelensky",
		name: "泽连斯基",
		names: ["澤連斯基", "澤倫斯基", "泽伦斯基", "Zelensky", "Zelenskyy"],
		initial: "泽",
		country: "ukraine",
		offices: [president("2019-05-20")],
	},
	{
		id: "donald-trump",
		name: "特朗普",
		names: ["川普", "Trump"],
		initial: "特",
		country: "united-states",
		offices: [
			president("2017-01-20", "2021-01-19"),
			president("2025-01-20", "2029-01-19"),
		],
	},
	{
		id: "joe-biden",
		name: "拜登",
		names: ["Biden"],
		initial: "拜",
		country: "united-states",
		offices: [president("2021-01-20", "2025-01-19")],
	},
	{
		id: "barack-obama",
		name: "奥巴马",
		names: ["奧巴馬", "歐巴馬", "欧巴马", "Obama"],
		initial: "奥",
		country: "united-states",
		offices: [president("2009-01-20", "2017-01-19")],
	},
	{
		id: "antony-blinken",
		name: "布林肯",
		names: ["Blinken"],
		country: "united-states",
	},
	{
		id: "kim-jong-un",
		name: "金正恩",
		names: ["Kim Jong Un", "Kim Jong-un"],
		initial: "金",
		country: "north-korea",
		offices: [
			{
				titles: [
					"最高领导人",
					"领导人",
					"国务委员长",
					"国务委员会委员长",
					"元首",
				],
				headOfState: true,
				from: "2011-12-17",
			},
		],
	},
	{
		id: "kassym-jomart-tokayev",
		name: "托卡耶夫",
		names: ["Tokayev"],
		country: "kazakhstan",
		offices: [president("2019-03-20")],
	},
	{
		id: "nursultan-nazarbayev",
		name: "纳扎尔巴耶夫",
		names: ["納扎爾巴耶夫", "Nazarbayev"],
		country: "kazakhstan",
		offices: [president("1991-04-24", "2019-03-19")],
	},
	{
		id: "shavkat-mirziyoyev",
		name: "米尔济约耶夫",
		names: ["米爾濟約耶夫", "米尔季约耶夫", "Mirziyoyev"],
		country: "uzbekistan",
		offices: [president("2016-09-08")],
	},
	{
		id: "islam-karimov",
		name: "卡里莫夫",
		names: ["Karimov"],
		country: "uzbekistan",
		offices: [president("1990-03-24", "2016-09-02")],
	},
	{
		id: "emomali-rahmon",
		name: "拉赫蒙",
		names: ["Rahmon"],
		country: "tajikistan",
		offices: [president("1994-11-16")],
	},
	{
		id: "sadyr-japarov",
		name: "扎帕罗夫",
		names: ["扎帕羅夫", "Japarov"],
		country: "kyrgyzstan",
		offices: [president("2021-01-28")],
	},
	{
		id: "serdar-berdimuhamedow",
		name: "别尔德穆哈梅多夫",
		names: ["別爾德穆哈梅多夫"],
		country: "turkmenistan",
		offices: [president("2007-02-14")],
	},
	{
		id: "recep-tayyip-erdogan",
		name: "埃尔多安",
		names: ["埃爾多安", "艾爾多安", "艾尔多安", "Erdogan"],
		country: "turkey",
		offices: [president("2014-08-28")],
	},
	{
		id: "ilham-aliyev",
		name: "阿利耶夫",
		names: ["Aliyev"],
		country: "azerbaijan",
		offices: [president("2003-10-31")],
	},
	{
		id: "ukhnaagiin-khurelsukh",
		name: "呼日勒苏赫",
		names: ["呼日勒蘇赫"],
		country: "mongolia",
		offices: [president("2021-06-25")],
	},
	{
		id: "narendra-modi",
		name: "莫迪",
		names: ["Modi"],
		initial: "莫",
		country: "india",
		offices: [premier("2014-05-26")],
	},
	{
		id: "ebrahim-raisi",
		name: "莱希",
		names: ["萊希", "莱西", "萊西", "Raisi"],
		country: "iran",
		offices: [president("2021-08-03", "2024-05-19")],
	},
	{
		id: "masoud-pezeshkian",
		name: "佩泽希齐扬",
		names: ["佩澤希齊揚", "佩泽什基安", "Pezeshkian"],
		country: "iran",
		offices: [president("2024-07-28")],
	},
	{
		id: "hassan-rouhani",
		name: "鲁哈尼",
		names: ["魯哈尼", "罗哈尼", "Rouhani"],
		country: "iran",
		offices: [president("2013-08-03", "2021-08-02")],
	},
	{
		id: "shehbaz-sharif",
		name: "夏巴兹",
		names: ["夏巴茲", "Shehbaz"],
		country: "pakistan",
		offices: [premier("2024-03-03"), premier("2022-04-11", "2023-08-13")],
	},
	{
		id: "aleksandar-vucic",
		name: "武契奇",
		names: ["Vucic"],
		country: "serbia",
		offices: [president("2017-05-31")],
	},
	{
		id: "viktor-orban",
		name: "欧尔班",
		names: ["歐爾班", "奥班", "奧班", "Orban"],
		country: "hungary",
		offices: [premier("2010-05-29")],
	},
	{
		id: "emmanuel-macron",
		name: "马克龙",
		names: ["馬克龍", "馬克宏", "马克宏", "Macron"],
		initial: "马",
		country: "france",
		offices: [president("2017-05-14")],
	},
	{
		id: "olaf-scholz",
		name: "朔尔茨",
		names: ["朔爾茨", "蕭茲", "萧兹", "Scholz"],
		country: "germany",
		offices: [chancellor("2021-12-08", "2025-05-05")],
	},
	{
		id: "angela-merkel",
		female: true,
		name: "默克尔",
		names: ["默克爾", "梅克爾", "梅克尔", "Merkel"],
		country: "germany",
		offices: [chancellor("2005-11-22", "2021-12-07")],
	},
	{
		id: "antonio-guterres",
		name: "古特雷斯",
		names: ["古特瑞斯", "Guterres"],
		country: "united-nations",
		offices: [{ titles: ["秘书长"], headOfState: false, from: "2017-01-01" }],
	},
	{
		id: "sergei-lavrov",
		name: "拉夫罗夫",
		names: ["拉夫羅夫", "Lavrov"],
		country: "russia",
	},
	{
		id: "mikhail-mishustin",
		name: "米舒斯京",
		names: ["米舒斯丁", "Mishustin"],
		country: "russia",
		offices: [premier("2020-01-16")],
	},
	{
		id: "sergei-shoigu",
		name: "绍伊古",
		names: ["紹伊古", "Shoigu"],
		country: "russia",
	},
	{
		id: "svetlana-tikhanovskaya",
		female: true,
		name: "季哈诺夫斯卡娅",
		names: [
			"季哈諾夫斯卡婭",
			"齐哈努斯卡娅",
			"齊哈努斯卡婭",
			"Tikhanovskaya",
			"Tsikhanouskaya",
		],
		country: "belarus",
	},
	{
		id: "yevgeny-prigozhin",
		name: "普里戈任",
		names: ["普里戈津", "普里格津", "Prigozhin"],
		country: "russia",
	},
	{
		id: "ma-ying-jeou",
		name: "马英九",
		names: ["馬英九", "Ma Ying-jeou"],
		initial: "马",
		country: "taiwan",
	},
];
