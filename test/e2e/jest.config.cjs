/** The H5 build in a real browser on the real host, with an embedded database for each file. */
module.exports = {
  ...require('../support/jest-base.cjs'),
  rootDir: '../..',
  testEnvironment: '<rootDir>/test/e2e/support/environment.cjs',
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  globalSetup: '<rootDir>/test/e2e/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/e2e/support/global-teardown.cjs',
  maxWorkers: 1,
  testTimeout: 120_000,
  forceExit: true,
}
