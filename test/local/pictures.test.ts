import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Action, Input, Output } from '~/types/api'
import { silentLog } from '~/cloudfunctions/core/log'
import { cloudIdentity } from '~/cloudfunctions/ports/identity'
import { createDistrict, type District as LocalDistrict } from '~/local/host/district'
import { cloudContext } from '~/local/host/invoke'
import { takePhoto, takeRed } from '../features/picture/support'
import { openDistrict, type District, type Person } from '../support/district'

describe('pictures on one machine', () => {
  let people: District
  let local: LocalDistrict
  let directory: string

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'micro-grid-'))
    people = await openDistrict(silentLog, new Date())
    await people.db
      .updateTable('picture')
      .set({ content: 'held' })
      .where('content', '=', 'checking')
      .execute()
    const dataKey = Buffer.alloc(32, 7).toString('base64')
    local = await createDistrict({ db: people.db, dataKey, directory, log: silentLog })
  })
  afterAll(async () => {
    await people.close()
    rmSync(directory, { recursive: true })
  })

  const call = async <A extends Action>(person: Person, action: A, input: Input<A>): Promise<Output<A>> => {
    const reply = await local.api({ action, input }, cloudContext(person.openid))
    if (!reply.ok) {
      throw new Error(JSON.stringify(reply.error))
    }
    return reply.data
  }
  const send = async (person: Person, bytes: Buffer) => {
    const { pictureId, cloudPath, url = '' } = await call(person, 'picture.prepare', { bytes: bytes.length })
    const { searchParams } = new URL(url, 'http://localhost')
    const signature = { expiry: searchParams.get('e') ?? '', mark: searchParams.get('s') ?? '' }
    await local.storage.receive(cloudPath, signature, new Blob([new Uint8Array(bytes)]).stream())
    return (await call(person, 'picture.finish', { pictureId })).id
  }

  it('are judged in a run of the timers, by the same door as in the cloud', async () => {
    const grid = people.newGrid()
    const resident = await people.resident(grid)
    const neighbour = await people.resident(grid)
    const worker = await people.staff('grid_worker', grid)
    const pictureIds = [await send(resident, await takePhoto()), await send(resident, await takeRed())]
    const { id } = await call(resident, 'appeal.submit', { text: '路灯坏了', urgency: 'soon', pictureIds })
    await call(worker, 'appeal.accept', { id })
    expect((await call(neighbour, 'appeal.info', { id })).pictures).toEqual([])
    const report = await local.timers.runOnce()
    expect(report).toMatchObject({ pictures: { asked: 2, held: 0, failed: 0 }, answered: 2 })
    const { pictures } = await call(neighbour, 'appeal.info', { id })
    expect(pictures.map((picture) => picture.id)).toEqual(pictureIds.slice(0, 1))
    const own = await call(resident, 'appeal.info', { id })
    expect(own.pictures.map(({ content }) => content)).toEqual(['passed', 'held'])
  })

  it('are called for by WeChat or by a person, and the cloud says which', () => {
    expect(cloudIdentity.read(cloudContext('o-test'))).toMatchObject({
      openid: 'o-test',
      source: 'wx_client',
    })
    expect(cloudIdentity.read(cloudContext(undefined, 'wx_trigger'))).toMatchObject({ source: 'wx_trigger' })
    expect(cloudIdentity.read({ ...cloudContext('o-test'), environment: '{}' })).toMatchObject({ source: '' })
  })
})
