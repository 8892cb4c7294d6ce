/** How the program is opened: from the grid's group, from the list of programs, from a group nobody has bound. */
export type Entrance = 'group' | 'list' | 'new_group'

export interface Opening {
  openid: string
  opengid: string | undefined
  large: boolean
  /** Page and query as in a card: features/appeal/detail/index?id=… */
  path: string
  deliveryId: string | null
}

export const HOME_PATH = 'pages/home/index'

/** Address of the H5 build for one opening, as WeChat would pass it to the program. */
export function phoneAddress({ openid, opengid, large, path, deliveryId }: Opening): string {
  const launch = new URLSearchParams({ openid })
  if (opengid !== undefined) {
    launch.set('opengid', opengid)
  }
  if (large) {
    launch.set('large', '1')
  }
  let page = path.replace(/^\//, '')
  if (deliveryId !== null) {
    // As in WeChat: the card's page gets it as its own parameter, and the program as a launch option.
    launch.set('deliveryId', deliveryId)
    page += `${page.includes('?') ? '&' : '?'}deliveryId=${encodeURIComponent(deliveryId)}`
  }
  return `/h5/?${launch.toString()}#/${page}`
}
