import { View } from '@tarojs/components'
import { useEffect, type PropsWithChildren, type ReactNode } from 'react'
import { useLargeType } from '@/hooks'
import { DRAWS_HEADER } from '@/hooks/phone'
import { goBack } from '@/navigate'
import { aria } from './aria'
import { Icon } from './Icon'
import { PageState, type Readable } from './PageState'
import { TabBar } from './TabBar'
import './Page.scss'

interface Props {
  title: string
  /** Place in the tab bar, for its four pages. */
  tab?: 0 | 1 | 2 | 3
  /** Draws loading, error and offline instead of the content. */
  state?: Readable
  foot?: ReactNode
  /** Coloured top of the home page, instead of a header. */
  hero?: ReactNode
}

function Header({ title, back }: { title: string; back: boolean }) {
  return (
    <View className="page__header">
      {back && (
        <View className="page__back" {...aria({ role: 'button', label: '返回' })} onClick={goBack}>
          <Icon name="back" size={24} color="#6A615B" />
        </View>
      )}
      <View className="page__title" {...aria({ role: 'heading' })}>
        {title}
      </View>
    </View>
  )
}

/** Root of every page: type size, header where the platform draws none, content, foot or tab bar. */
export function Page({ title, tab, state, foot, hero, children }: PropsWithChildren<Props>) {
  const { large } = useLargeType()
  useEffect(() => {
    if (DRAWS_HEADER) {
      document.title = title
    }
  }, [title])
  return (
    <View className={`page ${large ? 'page--large' : ''}`}>
      {hero ?? (DRAWS_HEADER && <Header title={title} back={tab === undefined} />)}
      <View className={`page__body ${hero === undefined ? '' : 'page__body--hero'}`}>
        {state === undefined ? children : <PageState query={state}>{children}</PageState>}
      </View>
      {(foot !== undefined || tab !== undefined) && (
        <View className="page__foot">
          {foot}
          {tab !== undefined && <TabBar current={tab} />}
        </View>
      )}
    </View>
  )
}
