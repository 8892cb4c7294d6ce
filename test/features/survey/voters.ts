import { randomUUID } from 'node:crypto'
import type { District } from '../../support/district'

export interface Voter {
  openid: string
  userId: string
  residentId: string
}

/** Many people of one grid at once: known to the program, to the grid and to its ledger. */
export async function makeVoters(
  { db, clock }: Pick<District, 'db' | 'clock'>,
  areaCode: string,
  count: number,
): Promise<Voter[]> {
  const now = clock.now()
  const voters = Array.from({ length: count }, () => {
    const userId = randomUUID()
    return { userId, openid: `voter-${userId}`, residentId: randomUUID() }
  })
  const householdId = randomUUID()
  await db
    .insertInto('household')
    .values({ id: householdId, areaCode, door: `投票${householdId.slice(0, 8)}号` })
    .execute()
  await db
    .insertInto('appUser')
    .values(
      voters.map(({ userId, openid }) => ({
        id: userId,
        openid,
        phoneEncrypted: null,
        phoneHash: null,
        consentedAt: null,
        createdAt: now,
        removedAt: null,
      })),
    )
    .execute()
  await db
    .insertInto('membership')
    .values(
      voters.map(({ userId }) => ({
        id: randomUUID(),
        userId,
        areaCode,
        assurance: 'group' as const,
        since: now,
        until: null,
        setBy: null,
      })),
    )
    .execute()
  await db
    .insertInto('resident')
    .values(
      voters.map(({ userId, residentId }, n) => ({
        id: residentId,
        householdId,
        areaCode,
        userId,
        name: '周测试',
        sex: n % 2 === 0 ? ('female' as const) : ('male' as const),
        bornOn: ['2000-01-01', '1975-01-01', '1960-01-01', '1940-01-01'][n % 4] ?? '1975-01-01',
      })),
    )
    .execute()
  return voters
}
