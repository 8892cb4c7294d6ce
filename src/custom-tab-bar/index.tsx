/** WeChat asks for this component when the tab bar is custom; ours is drawn by the Page, so that it can grow. */
export default function CustomTabBar() {
  return null
}
