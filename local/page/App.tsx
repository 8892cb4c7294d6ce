import { useEffect, useState } from 'react'
import type { GroupMessageView } from '../host/views'
import { post } from './api'
import { Chat } from './Chat'
import { identityGroups, type Identity } from './identity'
import { Phone } from './Phone'
import type { Entrance } from './phone-address'
import { Side } from './Side'
import { Tabs, type Tab } from './Tabs'
import { useChat } from './useChat'
import { useGrid, useDistrict } from './useDistrict'
import { useKept } from './useKept'
import { usePhone, useShares, type ShareMessage } from './usePhone'

const EMPTY = {
  newGroup: '这个群还没有绑定网格。换成网格员,在手机里把它绑上。',
  noGroup: '这个网格还没有绑定微信群。换成网格员,点“从新群”绑一个。',
  silent: '群里还没有人说话。在手机里提一件诉求,进展会以卡片回到这里。',
}

/** The one-machine district: who and when on the left, the phone, the grid's group on the right. */
export function App() {
  const { district, offsetMs, error, setNow, reload } = useDistrict()
  const [kept, setKept] = useKept<string | null>('grid', null)
  const [code, setCode] = useState(() => new URLSearchParams(window.location.search).get('area') ?? kept)
  const gridCode = code ?? district?.gridCode ?? undefined
  const { grid, error: gridError } = useGrid(gridCode)
  const newGroup = `local-group-${gridCode ?? ''}`
  const phone = usePhone(grid?.groups, newGroup)
  const { identity, entrance, open } = phone
  const opengid = entrance === 'new_group' ? newGroup : grid?.groups[0]
  const { messages, look } = useChat(grid?.code, opengid)
  const [tab, setTab] = useState<Tab>('phone')
  const [opened, setOpened] = useState('')
  const now = new Date(Date.now() + offsetMs)

  // A grid that was just chosen is entered as its first person.
  useEffect(() => {
    const first = grid === undefined ? undefined : identityGroups(grid).flatMap((group) => group.people)[0]
    if (grid !== undefined && first !== undefined && opened !== grid.code) {
      setOpened(grid.code)
      open(first, grid.groups.length === 0 ? 'list' : 'group')
    }
  }, [grid, opened, open])
  // What was remembered may be gone, for instance in another data directory.
  useEffect(() => {
    if (gridError !== '' && error === '' && code !== null) {
      setCode(null)
    }
  }, [gridError, error, code])
  useShares(phone.frame, (share: ShareMessage) => {
    if (grid !== undefined && identity !== undefined) {
      const { type: _type, ...card } = share
      const body = share.deliveryId === undefined ? { ...card, from: identity.openid, opengid } : card
      post(`/local/groups/${grid.code}/messages`, body).then(look, () => undefined)
    }
  })

  // A newcomer has never been in a group; whoever comes after is back in it.
  const choose = (person: Identity) =>
    open(person, person.isNew ? 'list' : identity?.isNew ? 'group' : entrance)
  const chooseGrid = (next: string) => {
    setKept(next)
    setCode(next)
    setOpened('')
  }
  const enter = (from: Entrance) => identity !== undefined && open(identity, from)
  const openCard = (message: GroupMessageView) => {
    if (identity !== undefined) {
      open(identity, entrance === 'new_group' ? entrance : 'group', message.path, message.deliveryId)
      setTab('phone')
    }
  }
  const openPath = (path: string) => {
    if (identity !== undefined) {
      open(identity, 'list', path)
      setTab('phone')
    }
  }
  const say = async (text: string) => {
    await post(`/local/groups/${gridCode}/messages`, { from: identity?.openid, text, opengid })
    await look()
  }
  const autoShare = (on: boolean) => void post('/local/auto-share', { on }).then(reload, reload)
  const title = grid === undefined ? '网格群' : `${grid.villageName}${grid.name}群(${grid.members})`
  return (
    <div className={`district show-${tab}`}>
      <Side
        district={district}
        grid={grid}
        error={error || gridError}
        offsetMs={offsetMs}
        identity={identity}
        entrance={entrance}
        width={phone.width}
        large={phone.large}
        onIdentity={choose}
        onGrid={chooseGrid}
        onMoved={(now) => {
          setNow(now)
          phone.tell({ type: 'clock', now })
        }}
        onEntrance={enter}
        onWidth={phone.setWidth}
        onLarge={phone.setLarge}
        onAutoShare={autoShare}
        onPath={openPath}
      />
      <Phone {...phone.screen} width={phone.width} frame={phone.frame} state={district?.phone} />
      <Chat
        title={entrance === 'new_group' ? '一个新建的群' : title}
        empty={
          entrance === 'new_group' ? EMPTY.newGroup : opengid === undefined ? EMPTY.noGroup : EMPTY.silent
        }
        group={`${grid?.code ?? ''}/${opengid ?? ''}`}
        messages={messages}
        now={now}
        myOpenid={identity?.openid}
        disabled={identity === undefined || opengid === undefined}
        onOpen={openCard}
        onSay={say}
      />
      <Tabs tab={tab} onTab={setTab} />
    </div>
  )
}
