import type { Input, Output } from '~/types/api'
import type { ExportSection } from '~/types/me'
import type { Ctx } from '../../../core/context'
import { shanghaiTime } from '../../../core/clock'
import { areaViews } from '../../area/queries'
import { readEverything } from '../repo'

/** Everything that is kept about the caller, in words (PIPL art. 45). */
export async function exportMe(ctx: Ctx, _input: Input<'me.export'>): Promise<Output<'me.export'>> {
  const { user } = ctx.actor
  const all = await readEverything(ctx.db, user.id)
  const codes = [...all.memberships, ...all.assignments, ...all.appeals, ...all.residents].map(
    (row) => row.areaCode,
  )
  const areas = await areaViews(ctx.db, codes)
  const nameOf = (code: string) => areas.get(code)?.fullName ?? code
  const line = (label: string, value: string) => ({ label, value })
  const sections: ExportSection[] = [
    {
      title: '您的资料',
      lines: [
        line('称呼', user.name || '没有填'),
        line('手机号', user.phoneEncrypted === null ? '没有填' : ctx.secrets.decrypt(user.phoneEncrypted)),
        line('第一次打开', shanghaiTime(user.createdAt)),
        line('同意隐私说明', user.consentedAt === null ? '还没有' : shanghaiTime(user.consentedAt)),
      ],
    },
    {
      title: '所在网格',
      lines: all.memberships.map((row) => line(shanghaiTime(row.since), nameOf(row.areaCode))),
    },
    {
      title: '担任过的职务',
      lines: all.assignments.map((row) => line(shanghaiTime(row.fromAt), nameOf(row.areaCode))),
    },
    {
      title: '户籍台账',
      lines: all.residents.map((row) => line(row.name, `${nameOf(row.areaCode)} ${row.door}`)),
    },
    { title: '您提过的诉求', lines: all.appeals.map((row) => line(row.number, row.text)) },
    {
      title: '您补充的话',
      lines: all.words.map((row) => line(shanghaiTime(row.at), row.words)),
    },
    {
      title: '您的评价',
      lines: all.ratings.map((row) => line(shanghaiTime(row.at), row.words || '没有留言')),
    },
    {
      title: '您说的语音',
      lines: all.voices.map((row) =>
        line(shanghaiTime(row.createdAt), `${row.seconds ?? 0}秒:${row.text || '没有转成文字'}`),
      ),
    },
    {
      title: '您收到的消息',
      lines: all.notices.map((row) => line(shanghaiTime(row.at), row.title)),
    },
    { title: '您传的照片', lines: [line('张数', String(all.pictures.length))] },
  ]
  return { madeAt: ctx.now.toISOString(), sections: sections.filter((section) => section.lines.length > 0) }
}
