/**
 * Every word that says people met or were in touch, in one table: what it tells, how its sentence is built, how much it weighs. All quick looks at
 * a text are made from it, so that a verb which is added here is read everywhere.
 */

/** What a verb tells; `joint` acts, greetings, farewells and words to somebody's face are weak evidence. */
export type EventType =
	| "met"
	| "received"
	| "talked"
	| "hosted"
	| "ceremony"
	| "joint"
	| "greeted"
	| "farewell"
	| "told"
	| "together"
	| "remote";

/**
 * `meet` may take an object and may stand between 甲与乙; `talk` takes none; `joint` needs both on its left; `loose` needs both
 * anywhere in its clause, or one of them and somebody who acted before.
 */
export type Grammar = "meet" | "talk" | "joint" | "loose";

/** Verbs of one type and one grammar. */
export interface VerbEntry {
	readonly type: EventType;
	readonly grammar: Grammar;
	/** Plain words, or expressions beside the plain parts that they cannot do without. */
	readonly words?: string;
	readonly patterns?: readonly {
		readonly source: string;
		/** One of these stands in whatever the expression finds. */
		readonly signs: string;
		/** A clause that it finds: the tests read it. */
		readonly example: string;
	}[];
}

/** Weak evidence opens a meeting only where two pieces of it agree. */
export const isWeak = (type: EventType): boolean =>
	type === "joint" ||
	type === "greeted" ||
	type === "farewell" ||
	type === "told" ||
	type === "together";

const hours =
	"(?:了|过)?(?:将近|近|大约|约|整整|足足|至少|超过|逾|足|满)?(?:[\\d一二两三四五六七八九十百半几数多]{1,4}(?:多|余)?)个?(?:半)?(?:多)?(?:小时|钟头|分钟|刻钟|秒)";

export const verbTable: readonly VerbEntry[] = [
	{
		type: "met",
		grammar: "meet",
		words:
			"会见 会晤 接见 会面 面见 面晤 拜会 拜访 造访 约见 拜见 召见 晤见 连见 密会 谒见 觐见",
		patterns: [
			{
				source: "(?<![看听遇])见到|(?<![看听遇会拜接召碰常罕少])见[过了](?!面)",
				signs: "见到 见过 见了",
				example: "甲见到乙",
			},
		],
	},
	{
		type: "received",
		grammar: "meet",
		words: "设宴欢迎 设宴款待 设宴招待 宴请 款待 接待",
		patterns: [
			{
				source: "招待(?![会所酒])",
				signs: "招待",
				example: "甲以午餐招待乙",
			},
		],
	},
	{ type: "greeted", grammar: "meet", words: "迎接" },
	{
		type: "talked",
		grammar: "talk",
		words:
			"会谈 见面 碰面 晤谈 晤面 面谈 茶叙 首脑会议 双边会议 双边会晤 双边峰会 长谈 密谈 深谈 夜谈 叙谈 畅谈 倾谈 商谈 会商 叙旧 长叙 畅叙 叙话 边走边谈 对坐 促膝 聚首 碰头 相会 重逢 围炉",
		patterns: [
			{
				source: "[会见碰][了过](?:一|[一两三几]次)?面",
				signs: "会了 会过 见了 见过 碰了 碰过",
				example: "甲与乙会了面",
			},
			{
				source: "开了?[^，。]{0,8}(?<![机社大])会了?(?=[，。；]|$)",
				signs: "开了 开会 又开 再开",
				example: "甲与乙又开了一次会",
			},
			{
				source:
					"面对面(?=[，。；！]|$)|(?:面对面|隔桌|同桌)(?:而)?坐|坐到(?:了)?(?:一起|一张)",
				signs: "面对面 隔桌 同桌 坐到",
				example: "甲与乙隔桌而坐",
			},
			{
				source: "边[^，。边]{1,3}边[谈聊]",
				signs: "边谈 边聊",
				example: "甲与乙边吃边谈",
			},
			{
				source: "当面[^，。]{0,10}交换(?:了)?(?:意见|看法)",
				signs: "当面",
				example: "甲与乙当面交换了意见",
			},
			{
				source:
					"(?<=[与同和跟][^，。]{1,16}|一[起同道])(?:用|吃)?(?:早餐|午餐|晚餐|早饭|午饭|晚饭)(?=[，。；]|$)",
				signs: "早餐 午餐 晚餐 早饭 午饭 晚饭",
				example: "甲与乙早餐",
			},
			{
				source: "(?<=[与同和跟][^，。]{1,16}|一[起同道])[喝饮品]了?(?:下午)?茶",
				signs: "茶",
				example: "甲与乙喝茶",
			},
			{
				source: "(?<=[，；\\s])会(?=[，。；]|$)",
				signs: "，会 ；会 　会",
				example: "甲与乙，会",
			},
			{ source: "见上?一面", signs: "见一 见上", example: "甲与乙见上一面" },
			{
				source:
					"(?:举行|进行|展开)(?:了|过)?[^，。、]{0,8}谈判|(?<=^|[。，])谈判(?=于|在|是|持续|结束)",
				signs: "谈判",
				example: "甲与乙进行了谈判",
			},
			{
				source: "相对而坐|相邻而坐|对面而坐",
				signs: "而坐",
				example: "甲与乙相对而坐",
			},
			{
				source: "(?:坐下来?|单独|闭门|面对面|私下)(?:交)?谈",
				signs: "坐下 单独 闭门 面对面 私下",
				example: "两人坐下来谈",
			},
			{
				source:
					"(?<![会晤面座洽])谈(?:过|完|妥|的(?:都|还|全)?是|的第)|(?<![会晤面座洽])谈了(?:一[场次轮]|很久|许久|良久|好久)|一谈就|坐定",
				signs: "谈过 谈完 谈妥 谈的 谈了 一谈就 坐定",
				example: "两人谈完",
			},
			{
				source: `(?<![会晤面座])谈(?:${hours}|了(?:整整)?(?:一|半)个?(?:上午|下午|晚上|晚|夜|天))`,
				signs: "小时 钟头 分钟 刻钟 上午 下午 晚 夜 半天 一天",
				example: "两人谈了一个小时",
			},
			{
				source:
					"谈[到至](?:了)?(?:深夜|半夜|午夜|凌晨|清晨|傍晚|黄昏|晚上|夜里|日暮|天黑|天亮|[\\d一二两三四五六七八九十]{1,3}点)",
				signs: "谈到 谈至",
				example: "两人谈到深夜",
			},
			{
				source:
					"谈得(?:很|太|特别|颇|十分|更)?(?:久|晚|长)|坐[在到][^，。]{1,10}(?:说话|谈话|谈天|聊天|聊着|聊了)",
				signs: "谈得 说话 谈话 谈天 聊天 聊着 聊了",
				example: "甲与乙坐在湖边说话",
			},
			{
				source: `(?:谈话|交谈)(?:持续|历时|进行了|延续)|(?:交谈|相处|共处|独处)${hours}`,
				signs: "谈话持续 谈话历时 谈话进行 谈话延续 交谈 相处 共处 独处",
				example: "甲与乙交谈了近三个小时",
			},
		],
	},
	{
		type: "hosted",
		grammar: "talk",
		words: "工作午餐 家宴 国宴 午宴 晚宴 同桌用餐 同桌进餐 对饮",
		patterns: [
			{
				source:
					"(?:举行|举办|设)(?:了)?(?:盛大|隆重|国事|招待)的?(?:宴会|酒会|宴席)",
				signs: "宴会 酒会 宴席",
				example: "甲为乙举行盛大宴会",
			},
			{
				source:
					"共进[^，。、]{0,6}(?:餐|宴)|共饮|一起用餐|一同用餐|去吃[早午晚]?饭|吃(?:了|过)?(?:[早午晚]饭|[早午晚]餐|一?顿[^，。]{0,2}饭)|一[起同道]吃[了的过]?[^，。]{0,4}[饭餐]",
				signs: "共进 共饮 用餐 吃",
				example: "两人共饮一杯",
			},
		],
	},
	{
		type: "ceremony",
		grammar: "talk",
		words: "欢迎仪式 欢迎宴会 欢迎晚宴 授勋仪式 欢送仪式 欢送宴会",
	},
	{
		type: "hosted",
		grammar: "loose",
		patterns: [
			{
				source:
					"座上宾|请[^，。]{1,16}(?:喝茶|品茶|吃饭|用餐|共进|赴宴|到家中)|陪[^，。]{1,8}(?:用|吃|共进)[^，。]{0,4}[餐饭]|(?:请|邀|留)[^，。]{1,20}(?:做客|吃了?[^，。]{0,4}[饭餐]|用[饭餐])|做客[^，。]{0,12}(?:家|官邸|别墅|庄园|住地)",
				signs: "座上宾 陪 喝茶 品茶 吃 用餐 用饭 共进 赴宴 家中 做客",
				example: "甲请乙喝茶",
			},
			{
				source:
					"[请迎邀引让](?:到|至|进|入)了?[^，。]{0,8}(?:[室房厅家厨宅园馆椅座桌]|里|官邸|别墅|沙发)",
				signs:
					"让到 让进 请到 请至 请进 请入 迎到 迎至 迎进 迎入 邀到 邀至 邀进 引到 引至 引进 引入",
				example: "乙被甲请进了会客室",
			},
			{
				source: "为[^，。]{1,12}(?:接风|洗尘|饯行)",
				signs: "接风 洗尘 饯行",
				example: "甲为乙接风",
			},
			{
				source: "(?:受到|得到|获得?|享受)[^，。]{1,24}(?:接待|款待|礼遇)",
				signs: "接待 款待 礼遇",
				example: "乙得到甲的高规格接待",
			},
			{
				source:
					"(?:颁授|授予|颁发|佩[戴挂])[^，。]{0,24}(?:勋章|奖章|称号|胸前)|(?:将[^，。]{0,16})?(?:勋章|奖章)[^，。]{0,4}(?:佩|挂|别)[^，。]{1,16}(?:胸前|颈)",
				signs: "勋章 奖章 称号 胸前",
				example: "甲向乙授予勋章",
			},
		],
	},
	{
		type: "joint",
		grammar: "joint",
		patterns: [
			{
				source:
					"(?:共同|一道|一同|一起)(?:参观|会见记者|见记者|面[对向]|种|植|栽|散步|乘|见证|签署|检阅|观|考察|视察|察看|揭|为|看|出席|听|[来去到赴](?![自年])|前往|走|登|游|步入|入内|接见|接受|主持|坐|站|进|上(?!升)|下(?!决|一)|点[燃亮]|剪|题|拜|献|骑|钓|逛|吃|喝|品|赏|放飞|度过|出现|现身|亮相|敲|按|启动|推开|拉[下开起着]|抬|培土|铲|浇|抚?摸|唱(?!响))",
				signs: "共同 一道 一同 一起",
				example: "甲与乙一道看望",
			},
			{
				source:
					"坐[到在回](?:了)?[^，。]{0,4}谈判桌|(?<![会晤面座洽])谈了|的手(?:紧紧)?(?:地)?握在(?:了)?一起",
				signs: "谈判桌 谈了 握在",
				example: "甲与乙坐到谈判桌前",
			},
			{
				source: "进行(?:了|过)?(?:友好交流|战略沟通)",
				signs: "友好交流 战略沟通",
				example: "甲同乙进行友好交流",
			},
			{
				source:
					"散了?步|漫步|走了(?:一小?[段圈会阵]|走)|缓步而行|同[游乘登席框]|同台(?!湾)|同坐|并肩|肩并肩|并排[站坐走]|(?:坐|围)[在到][^，。]{0,4}(?:一张|同一张)?[^，。]{0,4}(?:桌|沙发)|(?:走|站|坐|陪)在[^，。]{1,8}(?:身[边旁侧]|左侧|右侧|左手边|右手边|旁边|一侧)",
				signs:
					"散步 散了步 走了 漫步 缓步而行 同游 同乘 同登 同坐 同席 同框 同台 并肩 并排 桌 沙发 身边 身旁 身侧 左侧 右侧 左手边 右手边 旁边 一侧",
				example: "甲与乙并肩",
			},
			{
				source: "签(?:署|订|下)[^，。]{0,40}(?:声明|公报|条约|宣言)",
				signs: "签署 签订 签下",
				example: "两国元首签署联合声明",
			},
			{
				source:
					"(?:宣布|商定|决定|同意)(?:将|把)?[^，。]{0,30}(?:伙伴关系|(?:提升|升[级格]?|上升)[到至为])|宣布(?=[，：“「]|$)",
				signs: "宣布 伙伴关系 升级 升格 升为 升至 升到",
				example: "两国元首宣布建立全面战略伙伴关系",
			},
			{
				source:
					"(?:在[^，。]{2,40}上)?(?:落笔|提笔|正式)?签(?:字(?!笔|仪式|桌)|上?(?:了)?(?:各自的)?名字?)",
				signs: "签字 签名 签上 签了",
				example: "甲与乙在条约上签字",
			},
			{
				source: "发表[^，。]{0,30}(?:联合声明|联合公报|伙伴关系的声明)",
				signs: "声明 联合公报",
				example: "两国元首发表联合声明",
			},
			{
				source: "(?:互换|交换)[^，。]{0,6}(?:文本|礼物|礼品)",
				signs: "互换 交换",
				example: "甲与乙交换文本",
			},
			{
				source: "登上检阅台|检阅(?:三军)?仪仗队",
				signs: "检阅",
				example: "甲与乙检阅仪仗队",
			},
		],
	},
	{
		type: "joint",
		grammar: "loose",
		patterns: [
			{
				source: "[请邀引带领接](?:到|至|进|入|往|去)",
				signs:
					"请到 邀到 带到 领到 接到 请进 带进 领进 接进 带往 带去 领去 请去 引入 引至 带至",
				example: "甲把乙带到修道院",
			},
			{
				source:
					"陪同?[^，。]{0,10}(?:参观|考察|乘|前往|检阅|出席|步入|游览|走)|陪同(?:下|并|$|(?=[，。；]))",
				signs: "陪",
				example: "甲陪同乙参观",
			},
		],
	},
	{
		type: "greeted",
		grammar: "joint",
		patterns: [
			{
				source: "合了?影|握了?手|双手(?:紧紧?)?(?:相|地)?握|紧握双手",
				signs: "合影 合了影 握手 握了手 双手",
				example: "甲与乙握手",
			},
		],
	},
	{
		type: "greeted",
		grammar: "loose",
		patterns: [
			{
				source: "握[手着了]|拥抱|寒暄|落座|坐下|(?<!面)对面(?:就)?(?:坐|是|的)",
				signs: "握手 握着 握了 拥抱 寒暄 落座 坐下 对面",
				example: "甲与乙拥抱",
			},
			{
				source:
					"迎候|恭候|上前迎|迎上前|迎入|迎进|迎了?上[来去前一两三几]|(?:大步|快步|走|急步)上前|张开双臂|(?:等|等候|守)在[^，。]{0,8}|在[^，。]{1,16}(?:门口|门前|舷梯[旁前下]?|车旁)?等候",
				signs:
					"迎上 迎了上 张开双臂 迎候 前迎 上前 迎入 迎进 等在 等候 守在 恭候",
				example: "乙等在舷梯旁",
			},
		],
	},
	{
		type: "greeted",
		grammar: "loose",
		patterns: [
			{
				source:
					"伸出(?:了)?[双右左]?手|(?:[递亮端捧指]给|递上)|举杯|碰杯|干杯|拍(?:了|着|拍)?[^，。]{0,6}(?:肩|背|手臂)|相视|耳语|耳边|(?:看|望)了[^，。]{0,6}一眼|(?:拉|牵|挽|搀)(?:着|住|起)[^，。]{0,8}(?:手(?!风琴)|胳膊|臂)|(?:大|微|相视而|都)笑(?:了|着|起来)?",
				signs:
					"伸出 递给 亮给 端给 捧给 指给 递上 举杯 碰杯 干杯 拍 相视 耳语 耳边 一眼 拉着 拉住 拉起 牵着 牵住 牵起 挽着 挽住 挽起 搀着 搀住 搀起 笑",
				example: "甲向乙伸出手",
			},
		],
	},
	{
		type: "farewell",
		grammar: "loose",
		patterns: [
			{
				source:
					"送行|送别|话别|送[^，。到至上]{0,12}(?:到|至|上)[^，。]{0,6}(?:机场|车站|飞机|舷梯|门口|上车)",
				signs: "送行 送别 话别 机场 车站 飞机 舷梯 门口 上车",
				example: "甲送乙到机场",
			},
		],
	},
	{
		type: "told",
		grammar: "loose",
		patterns: [
			{
				source:
					"当面(?:[^，。]{0,16})?(?:说|称|告诉|表示|承诺|提出|转交|谈)|(?:握|拉|拍)着[^，。]{1,12}(?:手|肩)[^，。]{0,4}(?:说|表示)",
				signs: "当面 握着 拉着 拍着",
				example: "乙当面对甲说",
			},
		],
	},
	{
		type: "remote",
		grammar: "loose",
		patterns: [
			{
				source:
					"通(?:了|过)?(?:一次)?(?:电话|话)|互致[^，。]{0,12}(?:电|函|信|祝贺)|致(?:贺|慰问|唁)?(?:电|函|信)|(?:发|致)去?(?:贺|慰问|唁)电",
				signs:
					"通电话 通话 通了 通过电话 互致 致电 致函 致信 致贺 致慰问 致唁 贺电 慰问电 唁电",
				example: "甲与乙通电话",
			},
		],
	},
];

/** All plain parts of the verbs: one of them stands in every clause that says people met. */
export const verbParts: readonly string[] = verbTable.flatMap(
	({ words = "", patterns = [] }) =>
		[words, ...patterns.map(({ signs }) => signs)].flatMap((list) =>
			list.split(" ").filter((word) => word !== ""),
		),
);
