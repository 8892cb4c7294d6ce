import type { Random } from './random'

export type Sex = 'female' | 'male'

/** The first ones are commoner: the pick leans towards the front. */
const SURNAMES = [
  ...'王张李刘陈杨赵于马贾胡郭徐孙高崔岳屈卢耿周吴朱何宋许邓韩冯曹',
  ...'彭曾田董潘袁蔡蒋余杜叶程魏苏吕丁任沈姚姜钟谭陆汪范石廖',
]

/** Given names are two characters, one of each list. */
type Table = [string, string]

/** Names change with the years of birth: up to the year, for women and for men. */
const FASHIONS: { until: number; female: Table; male: Table }[] = [
  { until: 1959, female: ['秀桂玉淑凤素', '兰英珍荣芝琴'], male: ['德永长振广殿', '山田林泉仓满厚'] },
  { until: 1984, female: ['秀艳桂春金玉淑', '芹霞荣敏芬苓玲'], male: ['立志占宝福春连', '合旺来昌友满成'] },
  { until: 2004, female: ['雨梦思雅佳欣静', '涵婷怡萱瑶宁'], male: ['思宇浩嘉佳子家', '鹏晨宁然航硕铭'] },
  { until: 9999, female: ['梓沐可语诗欣', '萌晗涵瑶桐诺'], male: ['梓沐俊宸景奕', '辰熙轩睿阳泽'] },
]

/** Combinations that somebody known goes by. */
const KNOWN = new Set(
  (
    '郭宝昌 王长田 陈永林 李广田 张广厚 马志成 王志成 张志成 于淑珍 李桂英 杨凤兰 ' +
    '刘玉玲 李佳航 陈欣怡 刘思涵 刘宇宁 刘浩然 沈梦瑶 李梦瑶 张俊泽 王艳霞 王玉珍'
  ).split(' '),
)

/** A surname, the common ones more often. */
export function drawSurname(random: Random): string {
  return SURNAMES[Math.floor(random.next() ** 2 * SURNAMES.length)] as string
}

/** An invented full name as people of that sex and year of birth go by. */
export function drawName(random: Random, surname: string, sex: Sex, bornIn: number): string {
  const fashion = FASHIONS.find(({ until }) => bornIn <= until)
  const [first = '', second = ''] = fashion?.[sex] ?? []
  for (;;) {
    const name = `${surname}${random.pick([...first])}${random.pick([...second])}`
    if (!KNOWN.has(name)) {
      return name
    }
  }
}
