// NutUI ships no styles with its JavaScript: each component's style is imported beside it.
const base = (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
  plugins: [
    [
      'import',
      {
        libraryName: '@nutui/nutui-react-taro',
        style: 'css',
        camel2DashComponentName: false,
        customName: (name) => `${base(name)}/index.js`,
        customStyleName: (name) => `${base(name)}/style/css.js`,
      },
      'nutui-react',
    ],
  ],
}
