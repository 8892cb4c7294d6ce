import type { PictureView } from '~/types/picture'
import type { PostView } from '~/types/thread'
import { maskName } from '../../core/masking'
import { allowedActions, type Reader } from './policy'
import type { PostRow } from './repo'

export interface PostParts {
  post: PostRow
  reader: Reader
  /** Who asked for what the thread hangs on. */
  ownerId: string
  names: Map<string, string>
  pictures: PictureView[]
  openReports: number
  /** The post that it answers. */
  answered: PostRow | undefined
}

/** 您, 工作人员, 张**, 一位邻居: as neighbours know each other. */
export function nameOf(
  { userId, byStaff }: Pick<PostRow, 'userId' | 'byStaff'>,
  reader: string,
  names: Map<string, string>,
): string {
  if (userId === reader) {
    return '您'
  }
  return byStaff ? '工作人员' : maskName(names.get(userId) ?? '') || '一位邻居'
}

export function presentPost({ post, reader, ownerId, names, ...more }: PostParts): PostView {
  const { pictures, openReports, answered } = more
  const hidden = post.hiddenAt !== null
  const shown = !hidden || reader.isStaff
  return {
    id: post.id,
    by: nameOf(post, reader.userId, names),
    byStaff: post.byStaff,
    mine: post.userId === reader.userId,
    byAsker: post.userId === ownerId,
    words: shown ? post.words : '',
    pictures: shown ? pictures : [],
    ...(answered !== undefined && {
      replyTo: { id: answered.id, by: nameOf(answered, reader.userId, names) },
    }),
    toMe: post.mentions === reader.userId,
    content: post.content,
    hidden,
    ...(reader.isStaff && { reportCount: openReports }),
    at: post.at.toISOString(),
    can: allowedActions(reader, post, openReports),
  }
}
