/** The built mini program (dist/weapp) in a mini program runtime: real templates, real bundle, WeChat's API faked. */
module.exports = {
  rootDir: '../..',
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/test/weapp/**/*.test.ts'],
  moduleNameMapper: { '^~/(.*)$': '<rootDir>/$1' },
  // The bundle is run as it was built.
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  setupFiles: ['<rootDir>/test/weapp/support/globals.cjs'],
  testTimeout: 60_000,
  forceExit: true,
}
