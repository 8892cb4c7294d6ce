import path from 'node:path'
import type { UserConfigExport } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')

/** Sizes are plain px on purpose: text does not shrink on a narrow phone. Large type scales by a CSS variable. */
const noTransform = { enable: false, config: {} }

export default {
  projectName: 'micro-grid',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: ['@tarojs/plugin-html', path.join(__dirname, 'accessibility.cjs')],
  framework: 'react',
  // The cloud environment that the mini program asks; without it WeChat takes the first of the account.
  defineConstants: { CLOUD_ENV: JSON.stringify(process.env.TCB_ENV_ID ?? '') },
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  alias: {
    '@': path.join(root, 'src'),
    '~': root,
    // The build for old engines: what WeChat runs does not know private class fields.
    '@tanstack/react-query': path.join(root, 'node_modules/@tanstack/react-query/build/legacy/index.js'),
    '@tanstack/query-core': path.join(root, 'node_modules/@tanstack/query-core/build/legacy/index.js'),
  },
  mini: {
    compile: { include: [path.join(root, 'types')] },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: noTransform },
  },
  h5: {
    compile: { include: [path.join(root, 'types')] },
    miniCssExtractPluginOption: { ignoreOrder: true },
    publicPath: '/h5/',
    staticDirectory: 'static',
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    esnextModules: ['nutui-react-taro', 'icons-react-taro'],
    router: { mode: 'hash' },
    postcss: { autoprefixer: { enable: true }, pxtransform: noTransform },
  },
} satisfies UserConfigExport
