import type { MemberView, ResidentView } from '~/types/me'

const SEXES: Record<ResidentView['sex'], string> = { female: '女', male: '男' }

/** 褚** · 18号 · 女 · 1956年生 */
export const residentLine = ({ name, door, sex, bornIn }: ResidentView) =>
  [name, door, SEXES[sex], `${bornIn}年生`].join(' · ')

export const calledOf = ({ name }: Pick<MemberView, 'name'>) => (name === '' ? '这位邻居' : name)
