const { moduleNameMapper, transform } = require('../support/jest-base.cjs')

/** The built mini program (dist/weapp) in a mini program runtime: real templates, real bundle, WeChat's API faked. */
module.exports = {
  moduleNameMapper,
  transform,
  rootDir: '../..',
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/test/weapp/**/*.test.ts'],
  // The bundle is run as it was built.
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  setupFiles: ['<rootDir>/test/weapp/support/globals.cjs'],
  testTimeout: 60_000,
  forceExit: true,
}
