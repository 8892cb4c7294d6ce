import type { AppealView } from '~/types/appeal'
import { dayTime } from '@/time'
import { Notice } from '@/ui'

const DAY_SECONDS = 86_400

/** 12小时, 3天: how much more time. */
function moreWords(seconds: number): string {
  return seconds < DAY_SECONDS
    ? `${Math.round(seconds / 3600)}小时`
    : `${Math.round(seconds / DAY_SECONDS)}天`
}

/** What the offices argue about, for them; and, for who asked, the extension that was granted. */
export function Rounds({ appeal }: { appeal: Pick<AppealView, 'objection' | 'extension' | 'status'> }) {
  const { objection, extension } = appeal
  return (
    <>
      {objection !== null && (
        <Notice tone="blue">
          {`${objection.departmentName}第${objection.round}次异议:“${objection.reason}”。`}
          {objection.upheld === undefined
            ? `区里裁定中,${dayTime(objection.decideBy)}前有结果,办理时限照常走。`
            : `区里裁定:${objection.upheld ? '成立' : '不成立'}。“${objection.words}”`}
        </Notice>
      )}
      {extension !== null && (
        <Notice tone="gold">
          {extension.granted === undefined &&
            `申请延期${moreWords(extension.seconds)}:“${extension.reason}”,等答复。`}
          {extension.granted === true &&
            `办理时间延长${moreWords(extension.seconds)}:“${extension.reason}”。“${extension.words}”`}
          {extension.granted === false && `延期没有同意。“${extension.words}”`}
        </Notice>
      )}
    </>
  )
}
