import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { shanghaiTime } from '../../../core/clock'
import { section } from '../../../core/keeper'
import { areaViews } from '../../area/queries'
import { KEEPERS } from '../keepers'
import { readGround } from '../repo'

/** Everything that is kept about the caller, in words (PIPL art. 45). */
export async function exportMe(ctx: Ctx, _input: Input<'me.export'>): Promise<Output<'me.export'>> {
  const { user } = ctx.actor
  const ground = await readGround(ctx.db, user.id)
  const kept = await Promise.all(KEEPERS.map((keeper) => keeper.keptAbout(ctx)))
  const codes = [...ground.memberships, ...ground.assignments, ...ground.residents].map((row) => row.areaCode)
  const areas = await areaViews(ctx.db, codes)
  const nameOf = (code: string) => areas.get(code)?.fullName ?? code
  const phone = user.phoneEncrypted === null ? '没有填' : ctx.secrets.decrypt(user.phoneEncrypted)
  const sections = [
    section(
      '您的资料',
      [
        ['称呼', user.name || '没有填'],
        ['手机号', phone],
        ['第一次打开', shanghaiTime(user.createdAt)],
        ['同意隐私说明', user.consentedAt === null ? '还没有' : shanghaiTime(user.consentedAt)],
      ] as [string, string][],
      (line) => line,
    ),
    section('所在网格', ground.memberships, (row) => [shanghaiTime(row.since), nameOf(row.areaCode)]),
    section('担任过的职务', ground.assignments, (row) => [shanghaiTime(row.fromAt), nameOf(row.areaCode)]),
    section('户籍台账', ground.residents, (row) => [row.name, `${nameOf(row.areaCode)} ${row.door}`]),
    ...kept.flat(),
    section('您说的语音', ground.voices, (row) => [
      shanghaiTime(row.createdAt),
      `${row.seconds ?? 0}秒:${row.text || '没有转成文字'}`,
    ]),
    section('您收到的消息', ground.notices, (row) => [shanghaiTime(row.at), row.title]),
    section('您传的照片', ground.pictures > 0 ? [ground.pictures] : [], (count) => ['张数', String(count)]),
  ]
  return { madeAt: ctx.now.toISOString(), sections: sections.filter(({ lines }) => lines.length > 0) }
}
