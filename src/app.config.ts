export default defineAppConfig({
  pages: ['pages/home/index', 'pages/feed/index', 'pages/matters/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'features/appeal',
      pages: ['form/index', 'capture/index', 'detail/index', 'handle/index', 'rate/index', 'list/index'],
    },
    { root: 'features/area', pages: ['choose/index'] },
    { root: 'features/group', pages: ['bind/index'] },
    { root: 'features/notice', pages: ['list/index'] },
    { root: 'features/staff', pages: ['list/index', 'form/index', 'members/index'] },
    { root: 'features/setting', pages: ['list/index', 'form/index'] },
    { root: 'features/me', pages: ['profile/index', 'privacy/index', 'data/index'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['features/appeal'] },
    'pages/matters/index': { network: 'all', packages: ['features/appeal'] },
  },
  tabBar: {
    custom: true,
    color: '#6A615B',
    selectedColor: '#B63E22',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/feed/index', text: '网格圈' },
      { pagePath: 'pages/matters/index', text: '我的事' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  window: {
    navigationBarTitleText: '微网格',
    navigationBarBackgroundColor: '#FAF6F3',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FAF6F3',
    backgroundTextStyle: 'dark',
  },
  permission: { 'scope.userLocation': { desc: '用来找到离您最近的网格' } },
  requiredPrivateInfos: ['getLocation'],
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
