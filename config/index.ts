import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import type { IProjectConfig } from '@tarojs/taro/types/compile/config/project'
import TsconfigPathsPlugin from 'tsconfig-paths-webpack-plugin'

const root = path.resolve(__dirname, '..')
// Class names cross to WeChat's view layer with every node: what is shipped has short ones.
const generateScopedName =
  process.env.NODE_ENV === 'production' ? '[hash:base64:5]' : '[local]_[hash:base64:5]'
const cssModules = { enable: true, config: { namingPattern: 'module', generateScopedName } }

/** Packages that ship ES2015 and later. */
const modern = /node_modules[/\\](mobx|mobx-react-lite|dayjs|chart\.js|@kurkle[/\\]color)[/\\]/

const platform = process.env.TARO_ENV ?? 'weapp'

/**
 * Lets both builds find `@/…` and `@domain/…` where tsconfig.json says they are, and of a file with
 * two faces (`pay.weapp.ts`, `pay.h5.ts`) the one of this platform.
 */
const paths: NonNullable<NonNullable<IProjectConfig['h5']>['webpackChain']> = (chain) => {
  chain.resolve.plugin('tsconfig-paths').use(TsconfigPathsPlugin, [
    {
      configFile: path.join(root, 'tsconfig.json'),
      extensions: ['.ts', '.tsx', `.${platform}.ts`, `.${platform}.tsx`, '.scss', '.js'],
    },
  ])
}

/** The mini-program and the H5 storefront, from one code base. */
export default defineConfig(() => ({
  projectName: 'jutuan',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${platform}`,
  plugins: [],
  framework: 'react',
  // Prebundling adds 135 KB to the mini-program.
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // With optimizeMainPackage a cached build of the mini-program leaves old code in the files that
  // the pages of a subpackage share.
  cache: { enable: platform === 'h5' },
  jsMinimizer: 'terser',
  mini: {
    optimizeMainPackage: { enable: true },
    // WeChat's older engines want ES5.
    compile: {
      include: [(file: string) => modern.test(file)],
    },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules },
    webpackChain: paths,
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 24 } },
      autoprefixer: { enable: true, config: {} },
      cssModules,
    },
    // The drawing for "no network" can't be fetched when it is needed.
    imageUrlLoaderOption: { limit: 12 * 1024 },
    webpackChain: paths,
  },
}))
