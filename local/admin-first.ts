import path from 'node:path'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import { phone as validPhone } from '~/cloudfunctions/core/fields'
import { giveFirstAdmin, type FirstAdmin } from './admin/first'
import { openTarget } from './areas/target'
import { DirectoryInUse } from './embedded'
import { loadDataKey } from './host/data-key'

const WORDS: Record<FirstAdmin, string> = {
  given: '好了。请他重新打开小程序,“我的”里就有“人员和职务”,其他人由他在小程序里任命。',
  no_district: '还没有区划。请先导入:npm run areas:import -- 文件.csv',
  there_is_one: '已经有系统管理员了。新的管理员请他在小程序里任命。',
  nobody:
    '没有人留过这个手机号。请他先打开小程序,在“我的”里填好称呼和手机号;再核对 DATA_KEY 和线上的是不是同一个。',
  other_name: '有人留过这个手机号,但称呼不一样。称呼要和他在“我的”里填的一字不差。',
  several: '有两个人留了同样的称呼和手机号,分不清是谁。请其中一位先改掉称呼。',
}

/** `npm run admin:first -- PHONE NAME`. Returns the exit code. Says nothing of whom it was about. */
async function main(number: string | undefined, name: string | undefined): Promise<number> {
  if (number === undefined || name === undefined) {
    console.error('请写上手机号和称呼,例如 npm run admin:first -- 1390000XXXX 王芳')
    return 1
  }
  if (!validPhone.safeParse(number).success) {
    console.error('手机号是11位数字,请检查')
    return 1
  }
  const { db, dataDir, close } = await openTarget(path.join(__dirname, '..'), process.env)
  try {
    const secrets = createSecrets(loadDataKey(dataDir, process.env.DATA_KEY))
    const came = await giveFirstAdmin(db, secrets, { phone: number, name, now: new Date() })
    const say = came === 'given' ? console.log : console.error
    say(WORDS[came])
    return came === 'given' ? 0 : 1
  } finally {
    await close()
  }
}

void main(process.argv[2], process.argv[3])
  .catch((error: unknown) => {
    console.error(
      error instanceof DirectoryInUse
        ? `这个数据目录正被另一个进程(编号 ${error.pid})使用,请先停掉它。`
        : `没有办成,什么都没有改:${error instanceof Error ? error.message : String(error)}`,
    )
    return 1
  })
  .then((code) => {
    process.exitCode = code
  })
