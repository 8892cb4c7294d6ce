import { drawName, drawSurname, type Sex } from './names'
import type { Random } from './random'

export interface Person {
  name: string
  sex: Sex
  /** YYYY-MM-DD */
  bornOn: string
  age: number
}

export const LARGEST_HOUSEHOLD = 6
/** Shares of households of 1, 2 … 6 people; 2.3 on average, as many live alone or as an old couple. */
const SIZE_SHARES: number[] = [0.28, 0.38, 0.19, 0.09, 0.04, 0.02]
/** Ages of the heads: few young families stay in the villages. */
const HEAD_AGES: { share: number; least: number; most: number }[] = [
  { share: 0.12, least: 24, most: 34 },
  { share: 0.28, least: 35, most: 49 },
  { share: 0.32, least: 50, most: 64 },
  { share: 0.28, least: 65, most: 88 },
]
const DAY_MS = 86_400_000
/** Older heads have grandchildren in the house rather than parents. */
const OLDEST_WITH_PARENTS = 61

/** As many sizes as asked for that add up to `total`, which lies between one and six a household. */
export function drawSizes(random: Random, households: number, total: number): number[] {
  const sizes = Array.from({ length: households }, () => drawSize(random))
  let missing = total - sizes.reduce((sum, size) => sum + size, 0)
  // Steps of one at random places keep the shape of the distribution.
  while (missing !== 0) {
    const at = random.between(0, households - 1)
    const size = (sizes[at] as number) + Math.sign(missing)
    if (size >= 1 && size <= LARGEST_HOUSEHOLD) {
      sizes[at] = size
      missing -= Math.sign(missing)
    }
  }
  return sizes
}

/** The size of one household. */
export function drawSize(random: Random): number {
  let left = random.next()
  const at = SIZE_SHARES.findIndex((share) => (left -= share) < 0)
  return at < 0 ? 1 : at + 1
}

/** A family of `size` people, the head first; `head` says what is known of the head already. */
export function drawFamily(random: Random, size: number, now: Date, head: { age?: number } = {}): Person[] {
  const age = head.age ?? drawHeadAge(random)
  const sex = drawSex(random, 0.72)
  const surname = drawSurname(random)
  const people = [drawPerson(random, surname, sex, age, now)]
  if (size > 2 || (size === 2 && random.chance(0.8))) {
    const partnerAge = Math.max(22, age + random.between(-4, 2))
    people.push(drawPerson(random, drawSurname(random), sex === 'male' ? 'female' : 'male', partnerAge, now))
  }
  // Children carry the father's name, or the mother's when she is alone.
  const father = people.find((person) => person.sex === 'male')?.name.slice(0, 1) ?? surname
  let childAge = age - random.between(23, 29)
  while (people.length < size) {
    const mayBeParents = age <= OLDEST_WITH_PARENTS && people.length > 2
    if (childAge >= 0 && (!mayBeParents || random.chance(0.4))) {
      people.push(drawPerson(random, father, drawSex(random, 0.5), childAge, now))
      childAge -= random.between(2, 6)
    } else if (age <= OLDEST_WITH_PARENTS) {
      const parentSex = drawSex(random, 0.4)
      const parentSurname = parentSex === 'male' ? surname : drawSurname(random)
      people.push(drawPerson(random, parentSurname, parentSex, age + random.between(23, 29), now))
    } else {
      people.push(drawPerson(random, father, drawSex(random, 0.5), random.between(1, 12), now))
    }
  }
  return people
}

function drawSex(random: Random, shareOfMen: number): Sex {
  return random.chance(shareOfMen) ? 'male' : 'female'
}

function drawHeadAge(random: Random): number {
  let left = random.next()
  const group = HEAD_AGES.find(({ share }) => (left -= share) < 0) ?? HEAD_AGES[0]
  return random.between(group?.least ?? 0, group?.most ?? 0)
}

/** One invented person of that age. */
export function drawPerson(random: Random, surname: string, sex: Sex, age: number, now: Date): Person {
  const birthday = new Date(now)
  birthday.setUTCFullYear(birthday.getUTCFullYear() - age)
  const born = new Date(birthday.getTime() - random.between(1, 364) * DAY_MS)
  return {
    name: drawName(random, surname, sex, born.getUTCFullYear()),
    sex,
    bornOn: born.toISOString().slice(0, 10),
    age,
  }
}

/** Doors a building of a 社区 has on one floor, in one unit, and in all. */
const PER_FLOOR = 2
const PER_UNIT = 12
const PER_BUILDING = 48

/** The door of the n-th household of a village, from 0: 3号楼2单元501室 in a 社区, 12号院 elsewhere. */
export function doorOf(villageName: string, n: number): string {
  if (!villageName.endsWith('社区')) {
    return `${n + 1}号院`
  }
  const building = Math.floor(n / PER_BUILDING) + 1
  const unit = Math.floor((n % PER_BUILDING) / PER_UNIT) + 1
  const floor = Math.floor((n % PER_UNIT) / PER_FLOOR) + 1
  return `${building}号楼${unit}单元${floor}0${(n % PER_FLOOR) + 1}室`
}
