import type { SurveyAudience, SurveyRules } from '~/types/survey'

interface Poll {
  audience: SurveyAudience
  secret: boolean
  areaName: string
  rules: Pick<SurveyRules, 'minBallots' | 'quorum' | 'pass' | 'publish'>
  /** 12月1日18时 */
  until: string
}

const WHO: Record<SurveyAudience, string> = {
  everyone: '18岁以上居民每人一票',
  households: '每户一票',
  party_members: '党员每人一票',
}

/** The whole rule of a poll in one sentence: who, how, until when, from which numbers on, and what is shown. */
export function ruleSentence({ audience, areaName, rules, until }: Poll): string {
  const { minBallots, quorum, pass, publish } = rules
  const parts = [
    `${areaName}${WHO[audience]}`,
    `${until}截止,截止前可以改,以最后一次为准`,
    ...(quorum > 0 ? [`参加的不到${quorum}%,这次结果不算数`] : []),
    ...(pass > 0 ? [`满意的达到${pass}%算通过`] : []),
    `截止以后才看得到结果,不到${minBallots}票的地方不公布`,
    publish.ranking ? '各村按得分排名,分不出高低的并列' : '各村只看自己的结果',
  ]
  return `${parts.join(';')}。`
}

/** What keeps the ballot secret, with what it cannot do; the whole is in docs/survey-secrecy.md. */
export function secrecySentence(secret: boolean): string {
  return secret
    ? '不记名:谁参加了和选了什么分开保存,村里、镇里、区里都查不到您怎么选;截止前只有能进数据库又拿到密钥的管理员才可能对上,截止时密钥销毁、选票打乱,谁也对不上了。'
    : '记名:您的选择和名字一起保存,发起的单位看得到。'
}
