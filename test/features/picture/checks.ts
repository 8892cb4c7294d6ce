import { silentLog, type Log } from '~/cloudfunctions/core/log'
import { APPID } from '~/local/standins/wechat'
import { openDistrict, type Person } from '../../support/district'
import { takePhoto, upload } from './support'

/** A district whose questions to the platform are kept, and what is needed to look at its pictures. */
export async function openChecks(log: Log = silentLog) {
  const district = await openDistrict(log)
  const { content } = district.ports
  const usual = content.checkPicture
  /** What the platform was asked, with the ids that it gave. */
  const asked: { openid: string; url: string; traceId: string }[] = []

  const send = async (person: Person, bytes = takePhoto()) => {
    const pictureId = await upload(district, person, await bytes)
    return (await person.call('picture.finish', { pictureId })).id
  }
  return {
    district,
    asked,
    /** A finished picture that nobody has used. */
    send,
    /** A grid with its people; what other tests left behind is asked about no more. */
    async begin() {
      const left = district.db.updateTable('picture').set({ content: 'held' })
      await left.where('content', '=', 'checking').execute()
      await content.takeMessages()
      asked.length = 0
      content.checkPicture = async (what) => {
        const traceId = (await usual(what)) ?? ''
        asked.push({ ...what, traceId })
        return traceId
      }
      const grid = district.newGrid()
      const [resident, neighbour] = [await district.resident(grid), await district.resident(grid)]
      const worker = await district.staff('grid_worker', grid)
      return {
        grid,
        resident,
        neighbour,
        worker,
        /** A case with one picture that the worker has looked at. */
        async open(bytes = takePhoto()) {
          const pictureId = await send(resident, bytes)
          const lamp = { text: '村东头路灯坏了三天', urgency: 'today' } as const
          const { id } = await resident.call('appeal.submit', { ...lamp, pictureIds: [pictureId] })
          await worker.call('appeal.accept', { id })
          return { id, pictureId }
        },
      }
    },
    /** States of the pictures that somebody sees with a case. */
    seenBy: async (person: Person, id: string) =>
      (await person.call('appeal.info', { id })).pictures.map((picture) => picture.content),
    rowOf: (id: string) =>
      district.db.selectFrom('picture').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  }
}

export type Checks = Awaited<ReturnType<typeof openChecks>>
export type CheckScene = Awaited<ReturnType<Checks['begin']>>

/** The message that WeChat pushes. */
export const answer = (traceId: string, suggest: string, more: object = {}) => ({
  MsgType: 'event',
  Event: 'wxa_media_check',
  appid: APPID,
  version: 2,
  trace_id: traceId,
  errcode: 0,
  result: { suggest, label: 100 },
  ...more,
})
